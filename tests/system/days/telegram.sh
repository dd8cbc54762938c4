# SPDX-License-Identifier: Apache-2.0
# 16:40, the telephone: an urgent telegram. From it to the agencies' inboxes in one command.
dondoc task add --document 05/CĐ-UBND --issued 13/05/2023 --level province \
  --title "Sơ tán người dân vùng trũng" --lead "SXD; Sở Nội vụ" --due "Trước ngày 16/5/2023" --priority urgent

# SPDX-License-Identifier: Apache-2.0
# An agency's officer: what is to be done, what became of it, more time for one.
dondoc task list --state open
dondoc assignment progress 12/KH-UBND 1 --percent 50
dondoc assignment report 12/KH-UBND 2 --number 14/BC-SNV --date 13/05/2023
dondoc assignment extend request 12/KH-UBND 3 --due 31/01/2024 --reason "chờ hướng dẫn"

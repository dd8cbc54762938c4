# SPDX-License-Identifier: Apache-2.0
# Monday morning: what the agencies reported is looked at, and confirmed.
dondoc task list --waiting
dondoc assignment confirm --waiting --yes

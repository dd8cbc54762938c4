# SPDX-License-Identifier: Apache-2.0
# A clerk's usual day: a plan is read, looked at, taken in; a task of nobody is assigned; the week's report is written.
dondoc plan preview plan.tsv --document 31/KH-UBND --issued 13/05/2023
dondoc plan import plan.tsv --document 31/KH-UBND --issued 13/05/2023 --level province
dondoc task list --unassigned
dondoc task assign 31/KH-UBND 2 --to STC --document 15/TB-UBND --yes
dondoc status
dondoc report plan 31/KH-UBND --xlsx tuan.xlsx

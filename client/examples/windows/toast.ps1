# SPDX-License-Identifier: Apache-2.0
# Shows an event of dondoc as a notification of Windows 10 and 11: listen.py --exec "powershell -NoProfile -File toast.ps1"
# The event comes as JSON on the standard input.
$ErrorActionPreference = "Stop"
[Console]::InputEncoding = [System.Text.Encoding]::UTF8
$said = [Console]::In.ReadToEnd() | ConvertFrom-Json

$heads = @{
    assigned = "Việc mới được giao"; reminder = "Nhắc việc sắp đến hạn"; overdue = "Việc quá hạn"
    escalation = "Báo cáo cấp trên"; changed = "Có thay đổi"; pressed = "Đôn đốc"
}
$head = if ($heads[$said.kind]) { $heads[$said.kind] } else { "dondoc" }
$items = @($said.digest.items) + @($said.change) | Where-Object { $_ }
# Of a secret document only that there is something.
$text = if (-not $items -or ($items | Where-Object { $_.secret })) { "Tin số $($said.number): xem trong dondoc" }
        elseif (@($items).Count -gt 1) { "$(@($items).Count) việc: $($items[0].title) ..." }
        else { $items[0].title }

[void][Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications, ContentType = WindowsRuntime]
[void][Windows.Data.Xml.Dom.XmlDocument, Windows.Data.Xml.Dom, ContentType = WindowsRuntime]
$form = New-Object Windows.Data.Xml.Dom.XmlDocument
$escape = { [System.Security.SecurityElement]::Escape($args[0]) }
$form.LoadXml("<toast><visual><binding template='ToastGeneric'><text>$(& $escape $head)</text><text>$(& $escape $text)</text></binding></visual></toast>")
# A notification needs the name of a program that Windows knows; PowerShell's is there everywhere.
$program = "{1AC14E77-02E7-4E5D-B744-2EB1AE5198B7}\WindowsPowerShell\v1.0\powershell.exe"
[Windows.UI.Notifications.ToastNotificationManager]::CreateToastNotifier($program).Show((New-Object Windows.UI.Notifications.ToastNotification $form))

# Completion of `newsalerts` for PowerShell 7. For this shell:  newsalerts completion pwsh | Out-String | Invoke-Expression
# For all to come, the same line in your profile ($PROFILE).

Register-ArgumentCompleter -Native -CommandName newsalerts -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    # The command asks for what follows its name.
    $name = $commandAst.CommandElements[0].Extent
    $length = [Math]::Max(0, $cursorPosition - $name.EndOffset - 1)
    $rest = $commandAst.Extent.Text.Substring($name.EndOffset - $commandAst.Extent.StartOffset)
    $line = $rest.Substring([Math]::Min(1, $rest.Length)).PadRight($length).Substring(0, $length)
    newsalerts "[suggest:$length]" $line 2>$null |
        Where-Object { $_ -and $_ -like "$wordToComplete*" -and ($wordToComplete -like '-*' -or $_ -notmatch '^[-/]') } |
        ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
}

#!/usr/bin/env pwsh
<#
.SYNOPSIS
Connects the events of new articles with the app, once the app has been published and has started. May be run any number of times.
.DESCRIPTION
Each argument is an output of the deployment; azd hands them over as the variables in brackets.
NEWSALERTS_WAIT says how many seconds the app may take to start (600), NEWSALERTS_EVERY how many lie between two looks (10).
.PARAMETER Group
The resource group (AZURE_RESOURCE_GROUP).
.PARAMETER App
The Functions app (NEWSALERTS_APP).
.PARAMETER Storage
The storage account that articles are dropped into (NEWSALERTS_STORAGE).
.PARAMETER Topic
That account's system topic (NEWSALERTS_TOPIC).
#>
[CmdletBinding()]
param(
    [string] $Group = $env:AZURE_RESOURCE_GROUP,
    [string] $App = $env:NEWSALERTS_APP,
    [string] $Storage = $env:NEWSALERTS_STORAGE,
    [string] $Topic = $env:NEWSALERTS_TOPIC
)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
# The Azure CLI's exit codes are looked at here.
$PSNativeCommandUseErrorActionPreference = $false

function Stop-With([string] $Message) {
    [Console]::Error.WriteLine("subscribe-events: $Message")
    exit 1
}

foreach ($given in @(@('AZURE_RESOURCE_GROUP', $Group), @('NEWSALERTS_APP', $App), @('NEWSALERTS_STORAGE', $Storage), @('NEWSALERTS_TOPIC', $Topic))) {
    if (-not $given[1]) {
        Stop-With "$($given[0]) is not set, and no arguments are given. 'azd env get-values', or the deployment's outputs, have it."
    }
}
if (-not (Get-Command az -ErrorAction SilentlyContinue)) {
    Stop-With 'The Azure CLI (az) is not on the PATH: https://learn.microsoft.com/cli/azure/install-azure-cli'
}

$wait = $env:NEWSALERTS_WAIT ? [int] $env:NEWSALERTS_WAIT : 600
$every = $env:NEWSALERTS_EVERY ? [int] $env:NEWSALERTS_EVERY : 10
$subscription = $env:AZURE_SUBSCRIPTION_ID ? @('--subscription', $env:AZURE_SUBSCRIPTION_ID) : @()

# Tries until it succeeds; what it said last is shown when it did not. Each try answers whether it succeeded, and what it said.
function Wait-For([string] $What, [scriptblock] $Try) {
    $deadline = [DateTime]::UtcNow.AddSeconds($wait)
    while ($true) {
        $done, $said = & $Try
        if ($done) { return }
        if ([DateTime]::UtcNow -ge $deadline) {
            [Console]::Error.WriteLine("$said")
            Stop-With "${What}: not within $wait seconds."
        }
        Start-Sleep -Seconds $every
    }
}

# The host makes the key when it starts with a blob trigger that takes events. Only whether it is there is asked, never the key.
Wait-For "The start of $App" {
    $kind = az functionapp keys list -g $Group -n $App @subscription --query 'type(systemKeys.blobs_extension)' -o tsv 2>&1
    if ($LASTEXITCODE -ne 0) { $false; "$kind" }
    elseif ("$kind" -eq 'string') { $true; '' }
    else { $false; "$App has no key blobs_extension yet: it has not started, or IngestArticleFromEvent is not in what was published." }
}

# Event Grid asks the app at once, and not for long: an app that is just starting may need a second try.
Wait-For 'The subscription' {
    $said = az deployment group create -g $Group @subscription -n subscribe-events -o none `
        -f (Join-Path $PSScriptRoot '..' 'event-subscription.bicep') `
        -p "appName=$App" "storageName=$Storage" "topicName=$Topic" 2>&1
    ($LASTEXITCODE -eq 0); "$said"
}

Write-Output "New articles in $Storage are told to $App."

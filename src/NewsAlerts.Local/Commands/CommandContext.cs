using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.Local.Terminal;

namespace NewsAlerts.Local.Commands;

/// <summary>What every command shares: the screen, the clock, the way to the stores, and the options that stand before or after any of them.</summary>
internal sealed class CommandContext
{
    public Screen Screen { get; init; } = Screen.OfThisProcess();

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Opens standard input; tests put their own here.</summary>
    public Func<Stream> Input { get; init; } = Console.OpenStandardInput;

    /// <summary>Opens the stores; tests put their own here.</summary>
    public Func<Workplace, CancellationToken, Task<ServiceProvider>> OpenAsync { get; init; } = (workplace, stop) => workplace.OpenAsync(stop);

    public Option<string?> Storage { get; } = new("--storage")
    {
        Description = "The storage account: a connection string, or an address such as https://account.blob.core.windows.net with your Azure sign-in. "
            + "Default: the key Storage of the environment or of appsettings.json, else Azurite on this machine.",
        HelpName = "ACCOUNT",
        Recursive = true,
    };

    public Option<string?> Data { get; } = new("--data")
    {
        Description = "The folder of the local Azurite and mail catcher. Default: .newsalerts in the current folder.",
        HelpName = "FOLDER",
        Recursive = true,
    };

    public Option<bool> Verbose { get; } = new("--verbose")
    {
        Description = "Say more: debug logs, and the full story of an error.",
        Recursive = true,
    };

    public CommandContext() => Storage.Validators.Add(result =>
    {
        try
        {
            StorageAddress.ToConfiguration(result.GetValueOrDefault<string>());
        }
        catch (FormatException ex)
        {
            result.AddError(ex.Message);
        }
    });

    public Workplace WorkplaceOf(ParseResult input) => new(input.GetValue(Storage), input.GetValue(Data));
}

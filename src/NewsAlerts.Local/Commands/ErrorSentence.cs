using Azure;
using Azure.Identity;
using Microsoft.Extensions.Options;
using NewsAlerts.Adapters.Storage;
using NewsAlerts.Local.Emulators;

namespace NewsAlerts.Local.Commands;

/// <summary>Says what went wrong so that the user can mend it: what, the rule, the remedy.</summary>
internal static class ErrorSentence
{
    /// <summary>For an exception that reached the top.</summary>
    public static string Of(Exception exception) => exception switch
    {
        CommandException or EmulatorException or StorageConfigurationException => exception.Message,
        OptionsValidationException options => string.Join(" ", options.Failures) + " Correct it in the environment or in appsettings.json.",
        AggregateException { InnerExceptions: [var first, ..] } => Of(first),
        RequestFailedException { Status: 0 } =>
            "The storage account does not answer. If it is the local one, start `newsalerts run`; else check --storage and the network.",
        RequestFailedException { Status: 401 or 403 } refused =>
            $"The storage account refuses this user ({refused.ErrorCode ?? "no reason given"}). Check --storage; with an address, this identity needs the roles Storage Blob, Queue and Table Data Contributor.",
        RequestFailedException { ErrorCode: "ContainerNotFound" or "TableNotFound" or "QueueNotFound" } =>
            "The storage account holds no NewsAlerts yet. `newsalerts run` sets it up; in Azure the deployment does.",
        RequestFailedException other => $"The storage account answered {other.Status} {other.ErrorCode}. Run again with --verbose for its words.",
        CredentialUnavailableException or AuthenticationFailedException =>
            "No Azure identity is at hand for that account. Sign in with `az login`, or give --storage a connection string.",
        FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException => $"{exception.Message} Check the path and its permissions.",
        _ => $"Something unexpected happened ({exception.GetType().Name}: {FirstLine(exception.Message)}). Run again with --verbose for the details, and please report it.",
    };

    /// <summary>What went wrong without what to do about it, for those who know that better.</summary>
    public static string CauseOf(Exception exception) => exception switch
    {
        AggregateException { InnerExceptions: [var first, ..] } => CauseOf(first),
        RequestFailedException or CredentialUnavailableException or AuthenticationFailedException => Of(exception).Split(". ", 2)[0].TrimEnd('.') + ".",
        _ => Of(exception),
    };

    private static string FirstLine(string text) => text.Split('\n', 2)[0].Trim();
}

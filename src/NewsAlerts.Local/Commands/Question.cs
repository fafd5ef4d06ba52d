using NewsAlerts.Local.Terminal;
using Spectre.Console;

namespace NewsAlerts.Local.Commands;

/// <summary>Asks whether something large is meant.</summary>
internal static class Question
{
    /// <summary>Yes or no, from whoever sits there; no is the default.</summary>
    /// <exception cref="CommandException">Nobody sits there.</exception>
    public static bool Ask(Screen screen, string question) => screen.Error.Profile.Capabilities.Interactive
        ? screen.Error.Prompt(new ConfirmationPrompt(Palette.Plain(question)) { DefaultValue = false })
        : throw new CommandException($"{question} Add --yes: there is nobody here to ask. Nothing was done.", ExitCodes.Usage);
}

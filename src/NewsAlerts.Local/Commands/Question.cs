using NewsAlerts.Local.Terminal;
using Spectre.Console;

namespace NewsAlerts.Local.Commands;

/// <summary>Asks whether something large is meant.</summary>
internal static class Question
{
    /// <summary>Yes or no, from whoever sits there; no is the default, and is told to have changed nothing.</summary>
    /// <exception cref="CommandException">Nobody sits there.</exception>
    public static bool Ask(Screen screen, string question)
    {
        if (!screen.Error.Profile.Capabilities.Interactive)
        {
            throw new CommandException($"{question} Add --yes: there is nobody here to ask. Nothing was done.", ExitCodes.Usage);
        }

        var isMeant = screen.Error.Prompt(new ConfirmationPrompt(Palette.Plain(question)) { DefaultValue = false });
        if (!isMeant)
        {
            screen.Error.MarkupLine("Nothing was done.");
        }

        return isMeant;
    }
}

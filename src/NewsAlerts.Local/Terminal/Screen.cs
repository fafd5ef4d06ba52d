using Spectre.Console;

namespace NewsAlerts.Local.Terminal;

/// <summary>Where a command shows its results, and where it complains.</summary>
/// <param name="Out">Results.</param>
/// <param name="Error">Complaints, and progress that is no result.</param>
/// <param name="IsLive">Whether somebody watches: then there may be colours, tables that change, and text fitted to the window.</param>
internal sealed record Screen(IAnsiConsole Out, IAnsiConsole Error, bool IsLive)
{
    /// <summary>Wide enough that nothing is wrapped where a program reads it line by line.</summary>
    private const int Unwrapped = 1_000;

    /// <summary>The process's own. No control codes where the output is no terminal, or NO_COLOR is set (https://no-color.org).</summary>
    public static Screen OfThisProcess()
    {
        var colours = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";
        return new Screen(
            Create(Console.Out, colours && !Console.IsOutputRedirected, Console.IsOutputRedirected),
            Create(Console.Error, colours && !Console.IsErrorRedirected, Console.IsErrorRedirected),
            colours && !Console.IsOutputRedirected);
    }

    /// <summary>Writes text as it is: for programs, and for text that has its lines already.</summary>
    public void WriteRaw(string text)
    {
        Out.Profile.Out.Writer.WriteLine(text);
        Out.Profile.Out.Writer.Flush();
    }

    private static IAnsiConsole Create(TextWriter writer, bool codes, bool redirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = codes ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = codes ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = codes ? InteractionSupport.Detect : InteractionSupport.No,
            Out = new AnsiConsoleOutput(redirected ? new TrimmedLines(writer) : writer),
        });
        if (redirected)
        {
            console.Profile.Width = Unwrapped;
            console.Profile.Capabilities.Unicode = true;
        }

        return console;
    }
}

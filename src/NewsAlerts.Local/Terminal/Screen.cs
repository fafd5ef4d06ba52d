using Spectre.Console;

namespace NewsAlerts.Local.Terminal;

/// <summary>Where a command shows its results, and where it complains.</summary>
/// <param name="Out">Results.</param>
/// <param name="Error">Complaints, and progress that is no result.</param>
/// <param name="IsLive">Whether somebody watches: then there may be colours, tables that change, and text fitted to the window.</param>
internal sealed record Screen(IAnsiConsole Out, IAnsiConsole Error, bool IsLive)
{
    /// <summary>Results that are written as they are. The console's own writer passes on every character by itself: far too slow for thousands of lines.</summary>
    public TextWriter Raw { get; init; } = Out.Profile.Out.Writer;

    /// <summary>Wide enough that nothing is wrapped where a program reads it line by line.</summary>
    private const int Unwrapped = 1_000;

    /// <summary>The process's own. No control codes where the output is no terminal, or NO_COLOR is set (https://no-color.org).</summary>
    public static Screen OfThisProcess()
    {
        var colours = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";
        return new Screen(
            Create(Console.Out, colours && !Console.IsOutputRedirected, Console.IsOutputRedirected),
            Create(Console.Error, colours && !Console.IsErrorRedirected, Console.IsErrorRedirected),
            colours && !Console.IsOutputRedirected)
        {
            Raw = new StreamWriter(Console.OpenStandardOutput()),
        };
    }

    /// <summary>Writes text as it is: for programs, and for text that has its lines already.</summary>
    public void WriteRaw(string text)
    {
        Raw.WriteLine(text);
        Raw.Flush();
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

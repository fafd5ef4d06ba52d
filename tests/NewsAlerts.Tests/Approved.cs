using System.Runtime.CompilerServices;

namespace NewsAlerts.Tests;

/// <summary>
/// Compares what was rendered with the file that somebody looked at and approved, in the folder <c>Approved</c> beside the test.
/// With NEWSALERTS_APPROVE=1 it writes the file instead: look at the difference in git before you commit it.
/// </summary>
internal static class Approved
{
    private const int Context = 60;

    public static void Matches(string received, string name, [CallerFilePath] string test = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(test)!, "Approved", name);
        if (Environment.GetEnvironmentVariable("NEWSALERTS_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, received);
            return;
        }

        var aside = Path.ChangeExtension(path, ".received" + Path.GetExtension(path));
        var approved = File.Exists(path) ? File.ReadAllText(path) : "";
        if (received == approved)
        {
            File.Delete(aside);
            return;
        }

        File.WriteAllText(aside, received);
        Assert.Fail($"""
            {name} is not what was approved: it {Difference(approved, received)}
            Compare {path}
            with    {aside}
            and, if the change is meant, run the test again with NEWSALERTS_APPROVE=1.
            """);
    }

    private static string Difference(string approved, string received)
    {
        var at = approved.AsSpan().CommonPrefixLength(received);
        var line = received.AsSpan(0, at).Count('\n') + 1;
        return $"differs from line {line} on:\n  approved: {Around(approved, at)}\n  received: {Around(received, at)}";
    }

    private static string Around(string text, int at)
    {
        var start = Math.Max(0, at - Context);
        return text[start..Math.Min(text.Length, at + Context)].ReplaceLineEndings("⏎");
    }
}

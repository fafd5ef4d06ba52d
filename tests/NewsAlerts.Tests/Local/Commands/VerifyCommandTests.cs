using System.Text;
using System.Text.Json;
using NewsAlerts.Local.Commands;
using NewsAlerts.Tests.Local.Given;

namespace NewsAlerts.Tests.Local.Commands;

public sealed class VerifyCommandTests
{
    private const string Article = "The harbour of Kestrel Bay closed on Monday after a storm tore down its crane. About 400 islanders depend on the ferry for food and medicine.";

    [Fact]
    public async Task Each_claim_gets_a_verdict_with_its_reasons_and_the_best_evidence()
    {
        using var given = Given(
            Line("true", "About 400 islanders depend on the ferry.", supported: null),
            Line("false", "About 900 islanders depend on the ferry.", supported: null));

        Assert.Equal(ExitCodes.Ok, await given.RunAsync("verify"));
        var (right, wrong) = (Object(given.Out, 0), Object(given.Out, 1));
        Assert.Equal(("true", true), (right.GetProperty("id").GetString(), right.GetProperty("supported").GetBoolean()));
        Assert.Empty(right.GetProperty("reasons").EnumerateArray());
        Assert.Equal("About 400 islanders depend on the ferry for food and medicine.", right.GetProperty("evidence").GetProperty("quote").GetString());
        Assert.InRange(right.GetProperty("score").GetDouble(), .5, 1);
        Assert.Equal(("false", false), (wrong.GetProperty("id").GetString(), wrong.GetProperty("supported").GetBoolean()));
        Assert.Contains(wrong.GetProperty("reasons").EnumerateArray(), reason => reason.GetProperty("what").GetString()!.Contains("900", StringComparison.Ordinal));
        Assert.Empty(given.Error);
    }

    [Fact]
    public async Task A_report_says_how_well_verdicts_agree_with_the_labels()
    {
        using var given = Given(
            Line("1", "About 400 islanders depend on the ferry.", supported: true),
            Line("2", "About 900 islanders depend on the ferry.", supported: false));

        Assert.Equal(ExitCodes.Ok, await given.RunAsync("verify", "--report"));
        Assert.Equal(2, given.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Matches(@"2\s+1\s+100\.0%\s+100\.0%\s+0\.0%\s+1\.00", given.Error);
    }

    [Fact]
    public async Task A_report_without_labels_says_that_there_are_none()
    {
        using var given = Given(Line("1", "About 400 islanders depend on the ferry.", supported: null));

        Assert.Equal(ExitCodes.Ok, await given.RunAsync("verify", "--report"));
        Assert.Contains("nothing to report", given.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_line_is_reported_with_its_number_and_skipped()
    {
        using var given = Given("{}", "nonsense", Line("3", "", supported: null), Line("4", "About 400 islanders depend on the ferry.", supported: null));

        Assert.Equal(ExitCodes.Failed, await given.RunAsync("verify"));
        Assert.Equal("4", Object(given.Out, 0).GetProperty("id").GetString());
        Assert.Contains("Line 1: It has no \"claim\".", given.Error, StringComparison.Ordinal);
        Assert.Contains("Line 2: It is not a JSON object with \"article\" and \"claim\" (byte 2).", given.Error, StringComparison.Ordinal);
        Assert.Contains("Line 3: It has no \"claim\".", given.Error, StringComparison.Ordinal);
    }

    private static GivenCommandLine Given(params string[] lines) => new() { Input = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines))) };

    private static string Line(string id, string claim, bool? supported) => JsonSerializer.Serialize(new { id, article = Article, claim, supported });

    private static JsonElement Object(string lines, int index) => JsonDocument.Parse(lines.Split('\n')[index]).RootElement;
}

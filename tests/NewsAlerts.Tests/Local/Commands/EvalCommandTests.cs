using System.Text;
using System.Text.Json;
using NewsAlerts.Local.Commands;
using NewsAlerts.Tests.Local.Given;

namespace NewsAlerts.Tests.Local.Commands;

public sealed class EvalCommandTests
{
    private const string Text =
        "The harbour of Kestrel Bay closed on Monday after a storm tore down its crane. The ferry to the islands will not sail before Thursday, the port authority said. "
        + "About 400 islanders depend on it for food and medicine. Helicopters will bring both from Tuesday on.";

    private static readonly string[] Highlights = ["The harbour of Kestrel Bay closed on Monday after a storm.", "Helicopters will bring food and medicine from Tuesday on."];

    [Fact]
    public async Task Summaries_stand_beside_the_baselines_with_intervals()
    {
        using var given = Given(Line(Text, Highlights, "Storm closes harbour of Kestrel Bay"), Line(Text, Highlights, null));

        Assert.Equal(ExitCodes.Ok, await given.RunAsync("eval", "-"));
        Assert.All(
            ["2 articles", "100.0% of 6 key points grounded", "embedded", "lead-3", "lexrank", "oracle", "lead-12", "is ahead in R1+R2 by"],
            word => Assert.Contains(word, given.Out, StringComparison.Ordinal));
        Assert.Empty(given.Error);
    }

    [Fact]
    public async Task Json_has_the_same_numbers_for_programs()
    {
        using var given = Given(Line(Text, Highlights, null));

        Assert.Equal(ExitCodes.Ok, await given.RunAsync("eval", "-", "--points", "2", "--json"));
        var report = Assert.Single(JsonDocument.Parse(given.Out).RootElement.EnumerateArray());
        Assert.Equal((1, 0, 2), (report.GetProperty("articles").GetInt32(), report.GetProperty("skipped").GetInt32(), report.GetProperty("points").GetInt32()));
        Assert.Empty(report.GetProperty("headlines").EnumerateArray());
        var systems = report.GetProperty("keyPoints").EnumerateArray().ToList();
        Assert.Equal(["embedded", "lead-2", "lexrank", "oracle"], systems.Select(system => system.GetProperty("system").GetString()));
        Assert.False(systems[0].TryGetProperty("margin", out _));
        var (lead, oracle) = (systems[1], systems[3]);

        // Of the 29 words of the first two sentences, 12 are among the 20 of the reference.
        Assert.Equal(Math.Round(100 * 2 * 12 / (29d + 20), 2), lead.GetProperty("rouge1").GetDouble());
        Assert.True(oracle.GetProperty("margin").GetProperty("mean").GetDouble() <= 0);
        Assert.True(oracle.GetProperty("rouge1").GetDouble() > lead.GetProperty("rouge1").GetDouble());
    }

    [Fact]
    public async Task Lines_that_cannot_be_measured_are_reported_and_the_others_measured()
    {
        using var given = Given("nonsense", Line(Text, null, null), Line("No.", Highlights, null), Line(Text, Highlights, null));

        Assert.Equal(ExitCodes.Failed, await given.RunAsync("eval", "-"));
        Assert.Contains("1 article · 3 lines skipped", given.Out, StringComparison.Ordinal);
        Assert.Contains("Line 2: It has neither", given.Error, StringComparison.Ordinal);
        Assert.Contains("Line 3: Its text is no article", given.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_languages_are_counted_in_whole_words_when_asked()
    {
        using var given = Given(JsonSerializer.Serialize(new { text = "Hàng nghìn người dân rời thành phố vì bão lớn.", headline = "Người dân rời thành phố", language = "vi" }));

        Assert.Equal(ExitCodes.Ok, await given.RunAsync("eval", "-", "--unicode", "--json"));
        var headline = JsonDocument.Parse(given.Out).RootElement[0].GetProperty("headlines")[1];
        Assert.Equal(Math.Round(100 * 2 * 5 / (10d + 5), 2), headline.GetProperty("rouge1").GetDouble());
    }

    private static GivenCommandLine Given(params string[] lines) => new() { Input = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines))) };

    private static string Line(string text, string[]? highlights, string? headline) => JsonSerializer.Serialize(new { id = "x", text, highlights, headline, language = "en" });
}

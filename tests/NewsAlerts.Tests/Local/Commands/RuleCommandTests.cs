using System.Text.Json;
using Moq;
using NewsAlerts.Articles;
using NewsAlerts.Local.Commands;
using NewsAlerts.Routing;
using NewsAlerts.Tests.Given;
using NewsAlerts.Tests.Local.Given;

namespace NewsAlerts.Tests.Local.Commands;

public sealed class RuleCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("newsalerts-");
    private readonly GivenCommandLine _given = new();

    [Fact]
    public async Task A_rule_alone_is_shown_as_it_is_read()
    {
        Assert.Equal(ExitCodes.Ok, await _given.RunAsync("rules", "test", "ferry strike OR delay -football"));

        Assert.Contains("(ferry AND (strike OR delay) AND NOT football)", _given.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_explained_clause_by_clause_without_storage()
    {
        using var given = new GivenCommandLine { Trouble = new InvalidOperationException("No storage here.") };
        var file = File("ferry.md", "# Ferry runs again\n\nThe board met on Tuesday. Two ferries to Lindholm will sail from March on.");

        Assert.Equal(ExitCodes.Ok, await given.RunAsync("rules", "test", "ferry strike -Lindholm", file));

        Assert.Contains("✗ ferry.md does not match", given.Out, StringComparison.Ordinal);
        Assert.Contains("✓ ferry  \"Ferry\" in the title, \"ferries\" in sentence 2", given.Out, StringComparison.Ordinal);
        Assert.Contains("✗ strike  is missing", given.Out, StringComparison.Ordinal);
        Assert.Contains("✗ not Lindholm  is there, and must not be: \"Lindholm\" in sentence 2", given.Out, StringComparison.Ordinal);
        Assert.Empty(given.Error);
    }

    [Fact]
    public async Task Stored_articles_are_explained_by_their_ids_for_programs_too()
    {
        var article = GivenArticle.Of("Two ferries to Lindholm will sail from March on.");
        _given.Library.Setup(one => one.FindArticleAsync(article.Id, It.IsAny<CancellationToken>())).ReturnsAsync(article);

        Assert.Equal(ExitCodes.Ok, await _given.RunAsync("rules", "test", "\"ferries to Lindholm\"", article.Id.ToString(), "--json"));

        var tested = JsonDocument.Parse(_given.Out).RootElement.GetProperty("articles")[0];
        Assert.True(tested.GetProperty("matches").GetBoolean());
        var hit = tested.GetProperty("clause").GetProperty("hits")[0];
        Assert.Equal(("Title", "Ferry to Lindholm"), (hit.GetProperty("field").GetString(), hit.GetProperty("quote").GetString()));
    }

    [Theory]
    [InlineData("fe*ry", "RULE is not usable. Column 3: '*' stands for letters at the end of a word only.")]
    [InlineData("-ferry", "Column 2: Here stands only what must not occur")]
    public async Task What_is_no_rule_is_refused_with_the_column_and_the_remedy(string rule, string expected)
    {
        Assert.Equal(ExitCodes.Usage, await _given.RunAsync("rules", "test", "--", rule));
        Assert.Contains(expected, _given.Error, StringComparison.Ordinal);

        using var again = new GivenCommandLine();
        Assert.Equal(ExitCodes.Usage, await again.RunAsync("subscriptions", "add", "--name", "N", "--email", "me@example.org", $"--rule={rule}"));
        Assert.Contains(expected.Replace("RULE", "--rule", StringComparison.Ordinal), again.Error, StringComparison.Ordinal);
        again.Subscriptions.VerifyNoOtherCalls();
    }

    [Theory]
    [InlineData("--backtest nine", "--backtest is 'nine'; expected days from 1d to 3660d")]
    [InlineData("--backtest 0d", "--backtest is '0d'")]
    [InlineData("--schedule * * * * *", "give it too")]
    [InlineData("--backtest 3d --time-zone UTC", "--time-zone belongs to --schedule")]
    [InlineData("--backtest 3d --schedule never", "'never' is not a cron expression")]
    [InlineData("--backtest 3d some.html", "leave the articles out")]
    public async Task Options_that_make_no_sense_are_refused(string arguments, string expected)
    {
        string[] split = arguments.StartsWith("--schedule *", StringComparison.Ordinal) ? ["--schedule", "* * * * *"] : arguments.Split(' ');

        Assert.Equal(ExitCodes.Usage, await _given.RunAsync(["rules", "test", "ferry", .. split]));
        Assert.Contains(expected, _given.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_neither_a_file_nor_an_id_is_said_so()
    {
        Assert.Equal(ExitCodes.Failed, await _given.RunAsync("rules", "test", "ferry", "nowhere.html"));

        Assert.Contains("There is no file 'nowhere.html', and it is no article's id.", _given.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backtest_counts_what_a_rule_would_have_brought_and_the_digests_that_had_carried_it()
    {
        // Two hours apart, newest first; every third one is about a ferry.
        Archived([.. Enumerable.Range(0, 36).Select(number => (
            _given.Time.GetUtcNow().AddHours(-2 * number),
            GivenArticle.Of($"The {(number % 3 == 0 ? "ferry" : "train")} number {number} was late again today.", title: null)))]);

        Assert.Equal(ExitCodes.Ok, await _given.RunAsync("rules", "test", "ferries", "--backtest", "3d", "--schedule", "0 12 * * *", "--json"));

        var result = JsonDocument.Parse(_given.Out).RootElement;
        Assert.Equal((36, 12), (result.GetProperty("read").GetInt32(), result.GetProperty("matched").GetInt32()));
        Assert.Equal(["2026-05-04", "2026-05-03", "2026-05-02", "2026-05-01"], result.GetProperty("byDay").EnumerateArray().Select(day => day.GetProperty("day").GetString()));
        Assert.Equal([1, 4, 4, 3], result.GetProperty("byDay").EnumerateArray().Select(day => day.GetProperty("articles").GetInt32()));
        Assert.Equal((4, 4), (result.GetProperty("digests").GetProperty("count").GetInt32(), result.GetProperty("digests").GetProperty("largest").GetInt32()));
        Assert.Equal(12, result.GetProperty("latest").GetArrayLength());
    }

    [Fact]
    public async Task A_backtest_names_the_newest_twenty_and_says_how_far_it_is()
    {
        Archived([.. Enumerable.Range(0, 2_000).Select(number => (
            _given.Time.GetUtcNow().AddMinutes(-number), GivenArticle.Of($"The ferry number {number} was late again today.", title: null)))]);

        Assert.Equal(ExitCodes.Ok, await _given.RunAsync("rules", "test", "ferry", "--backtest", "30d"));

        Assert.Contains("2,000 articles of 2,000 in 30 days (100.0%)", _given.Out, StringComparison.Ordinal);
        Assert.Contains("1,000 articles read, 1,000 match, back to 2026-05-03", _given.Error, StringComparison.Ordinal);
        Assert.Contains("Headline 19", _given.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Headline 20", _given.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_archive_is_said_so()
    {
        Archived([]);

        Assert.Equal(ExitCodes.Ok, await _given.RunAsync("rules", "test", "ferry", "--backtest", "30d"));

        Assert.Contains("The archive has no article of the last 30 days", _given.Error, StringComparison.Ordinal);
        Assert.Empty(_given.Out);
    }

    [Fact]
    public async Task A_subscription_gets_its_rule_and_shows_it()
    {
        Subscription? added = null;
        _given.Subscriptions
            .Setup(one => one.AddAsync(It.IsAny<Subscription>(), It.IsAny<DateTimeOffset?>(), It.IsAny<CancellationToken>()))
            .Callback((Subscription subscription, DateTimeOffset? _, CancellationToken _) => added = subscription)
            .Returns(Task.CompletedTask);
        Assert.Equal(ExitCodes.Ok, await _given.RunAsync("subscriptions", "add", "--name", "N", "--email", "me@example.org", "--rule", "ferry -football"));
        Assert.Equal("ferry -football", added!.Rule!.ToString());

        using var again = new GivenCommandLine();
        again.Subscriptions.Setup(one => one.ListAsync(It.IsAny<CancellationToken>())).Returns(new[] { added, added with { Rule = null } }.ToAsyncEnumerable());
        Assert.Equal(ExitCodes.Ok, await again.RunAsync("subscriptions", "list"));
        Assert.Contains("ferry -football", again.Out, StringComparison.Ordinal);
        Assert.Contains("every article", again.Out, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _given.Dispose();
        _folder.Delete(recursive: true);
    }

    private void Archived(IReadOnlyList<(DateTimeOffset At, Article Article)> articles)
    {
        var library = articles.ToDictionary(one => one.Article.Id, one => one.Article);
        _given.Archive
            .Setup(one => one.LatestAsync(It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>()))
            .Returns(articles.Select((one, number) => new ArchiveEntry(one.At, one.Article.Id, $"Headline {number}", "Gazette", "en")).ToAsyncEnumerable());
        _given.Library
            .Setup(one => one.FindArticleAsync(It.IsAny<ArticleId>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((ArticleId id, CancellationToken _) => library[id]);
    }

    private string File(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }
}

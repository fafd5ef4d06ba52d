using Azure;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Moq;
using NewsAlerts.Adapters.Templates;
using NewsAlerts.Sweeping;
using NewsAlerts.Tests.Given;
using NewsAlerts.Web.Mail;

namespace NewsAlerts.Tests.Adapters.Templates;

public sealed class MailTemplatesTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 5, 4, 5, 0, 0, TimeSpan.Zero));
    private readonly InMemoryTemplates _store = new();
    private readonly Mock<IFailures> _failures = new();
    private readonly List<Failure> _listed = [];
    private readonly IOptions<TemplateOptions> _options = Options.Create(new TemplateOptions());
    private readonly TemplateShelf _shelf;
    private readonly MailTemplates _templates;

    public MailTemplatesTests()
    {
        _failures.Setup(one => one.AddAsync(It.IsAny<Failure>(), It.IsAny<CancellationToken>())).Callback((Failure failure, CancellationToken _) => _listed.Add(failure)).Returns(Task.CompletedTask);
        _failures.Setup(one => one.RemoveAsync("deliver", It.IsAny<string>(), It.IsAny<CancellationToken>())).Callback((string _, string key, CancellationToken _) => _listed.RemoveAll(one => one.Key == key)).Returns(Task.CompletedTask);
        _shelf = new TemplateShelf(_store, _options, _time, NullLogger<TemplateShelf>.Instance);
        _templates = new MailTemplates(_shelf, _failures.Object, _options, _time, NullLogger<MailTemplates>.Instance);
    }

    public void Dispose() => _shelf.Dispose();

    [Fact]
    public async Task Without_templates_nothing_is_overridden()
    {
        Assert.All(await AllAsync(), Assert.Null);
        Assert.Equal(1, _store.Lists);
    }

    [Fact]
    public async Task Each_template_stands_in_for_its_own_part_only()
    {
        _store.Put("email.subject.hbs", "News: {{title}}");

        Assert.Equal<IEnumerable<string?>>(["News: Harbour & Coast", null, null], await AllAsync());
    }

    [Fact]
    public async Task A_changed_template_is_used_after_a_minute_and_one_that_did_not_change_is_not_read_again()
    {
        _store.Put("email.subject.hbs", "one");
        _store.Put("email.txt.hbs", "text");
        Assert.Equal("one", await SubjectAsync());
        _store.Put("email.subject.hbs", "two");
        Assert.Equal("one", await SubjectAsync());

        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("two", await SubjectAsync());
        Assert.Equal((2, 3), (_store.Lists, _store.Reads));
    }

    [Fact]
    public async Task A_template_that_is_taken_away_is_missed_after_a_minute()
    {
        _store.Put("email.subject.hbs", "one");
        Assert.Equal("one", await SubjectAsync());
        await _store.RemoveAsync("email.subject.hbs", CancellationToken.None);

        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Null(await SubjectAsync());
    }

    [Theory]
    [InlineData("{{#if title}}", "It does not parse")]
    [InlineData("{{titel}}", "titel is undefined")]
    [InlineData("{{!}}", "It made nothing")]
    [InlineData("{{> other}}", "partials")]
    public async Task A_broken_template_is_listed_once_a_version_and_the_built_in_look_is_used(string template, string fault)
    {
        _store.Put("email.subject.hbs", template);

        Assert.Null(await SubjectAsync());
        Assert.Null(await SubjectAsync());

        var failure = Assert.Single(_listed);
        Assert.Equal(("deliver", "BrokenTemplate", "email.subject.hbs"), (failure.Stage, failure.Reason, failure.Subject));
        Assert.Contains(fault, failure.Detail, StringComparison.Ordinal);
        Assert.Contains("Version v1: ", failure.Detail, StringComparison.Ordinal);
        Assert.Contains("newsalerts templates check email.subject.hbs", failure.Remedy, StringComparison.Ordinal);
        _failures.Verify(one => one.AddAsync(It.IsAny<Failure>(), It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task A_template_that_is_mended_is_used_again_and_taken_from_the_list()
    {
        _store.Put("email.subject.hbs", "{{titel}}");
        Assert.Null(await SubjectAsync());
        _store.Put("email.subject.hbs", "{{title}}");

        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("Harbour & Coast", await SubjectAsync());
        Assert.Empty(_listed);
    }

    [Fact]
    public async Task A_template_that_is_too_large_is_not_even_read()
    {
        _store.Put("email.txt.hbs", new string('x', 65_537));

        Assert.Null(await _templates.TryRenderAsync(TemplateKind.Text, View, CancellationToken.None));

        Assert.Contains("It has 65,537 bytes; the most is 65,536 (Templates__MaxBytes).", Assert.Single(_listed).Detail, StringComparison.Ordinal);
        Assert.Equal(0, _store.Reads);
    }

    [Theory]
    [InlineData(40_000, true)]
    [InlineData(30_000, false)]
    public async Task Only_a_template_that_makes_too_much_of_ordinary_news_is_broken(int filling, bool broken)
    {
        _store.Put("email.txt.hbs", "{{#each items}}{{headline}}{{#each points}}{{text}}{{/each}}{{/each}}" + new string('x', filling));
        var endless = new string('港', 5_000);
        var digest = new GivenDigest().With(endless, [.. Enumerable.Range(0, 5).Select(_ => GivenDigest.Said(endless))]).Build();

        Assert.Null(await _templates.TryRenderAsync(TemplateKind.Text, DigestView.Of(digest, MailFrame.Bare), CancellationToken.None));

        Assert.Equal(broken, _listed.Count == 1);
        Assert.Equal(broken, await _templates.TryRenderAsync(TemplateKind.Text, View, CancellationToken.None) is null);
    }

    [Fact]
    public async Task While_storage_does_not_answer_mails_look_as_they_did()
    {
        _store.Put("email.subject.hbs", "one");
        Assert.Equal("one", await SubjectAsync());
        _store.Trouble = new RequestFailedException(503, "Server busy");

        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("one", await SubjectAsync());
        Assert.Equal(2, _store.Lists);
    }

    [Fact]
    public async Task Many_mails_at_once_read_the_templates_once()
    {
        _store.Put("email.subject.hbs", "one");

        var made = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SubjectAsync()));

        Assert.All(made, subject => Assert.Equal("one", subject));
        Assert.Equal((1, 1), (_store.Lists, _store.Reads));
    }

    private static DigestView View => DigestView.Of(GivenDigest.OfHarbourNews().Build(), MailFrame.Bare);

    private async Task<string?> SubjectAsync() => (await AllAsync(TemplateKind.Subject))[0];

    private async Task<string?[]> AllAsync(params TemplateKind[] kinds)
    {
        var made = new List<string?>();
        foreach (var kind in kinds is [] ? TemplateKind.All : kinds)
        {
            made.Add(await _templates.TryRenderAsync(kind, View, CancellationToken.None));
        }

        return [.. made];
    }
}

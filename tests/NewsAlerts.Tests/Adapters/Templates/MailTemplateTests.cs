using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.Options;
using NewsAlerts.Adapters.Templates;
using NewsAlerts.Digesting;
using NewsAlerts.Tests.Adapters.Chats;
using NewsAlerts.Tests.Given;
using NewsAlerts.Web.Mail;

namespace NewsAlerts.Tests.Adapters.Templates;

public sealed partial class MailTemplateTests
{
    private static readonly Uri Unsubscribe = new("https://news.example/u?t=abc");
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(30);

    public static TheoryData<string, string> Broken => new()
    {
        { "{{#if title}}x", "It does not parse: " },
        { "{{title", "It does not parse: " },
        { "{{titel}}", "It cannot be filled in: titel is undefined." },
        { "{{#each items}}{{nope}}{{/each}}", "It cannot be filled in: nope is undefined." },
        { "{{upper title}}", "It cannot be filled in: upper is undefined." },
        { "{{#upper title}}x{{/upper}}", "It cannot be filled in: " },
        { "{{items.GetType}}", "It cannot be filled in: " },
        { "", "It made nothing." },
        { "{{!-- only a comment --}} ", "It made nothing." },
        { "a\n{{{title}}}", "Line 2: a value is always escaped" },
        { "{{~{title}~}}", "Line 1: a value is always escaped" },
        { "{{& title}}", "Line 1: a value is always escaped" },
        { "{{> footer}}", "Line 1: partials and decorators are not allowed" },
        { "{{#*inline \"a\"}}{{/inline}}", "Line 1: partials and decorators are not allowed" },
        { "{{lookup (lookup items 0) \"headline\"}}", "Line 1: expressions in brackets are not allowed" },
        { string.Concat(Enumerable.Repeat("{{#if title}}", 21)), "in blocks at most 20 deep" },
        { string.Concat(Enumerable.Repeat("{{title}}", 501)), "at most 500 tags" },
        { "{{#each items}}" + new string('x', 210_000) + "{{/each}}", "It made more than 200,000 characters." },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_template_says_what_is_wrong(string template, string fault)
    {
        var digest = new GivenDigest().WithMany(25).Build();
        foreach (var kind in TemplateKind.All)
        {
            var thrown = Assert.ThrowsAny<TemplateException>(() => Render(kind, template, digest));
            Assert.Contains(fault, thrown.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_template_that_would_go_on_for_ever_runs_out_of_time()
    {
        const string Loops = "{{#each items}}{{#each @root.items}}{{#each @root.items}}{{#each @root.items}}{{#each @root.items}}{{#if url}}{{/if}}{{/each}}{{/each}}{{/each}}{{/each}}{{/each}}";

        var thrown = Assert.Throws<TemplateException>(() => Render(TemplateKind.Text, Loops, new GivenDigest().WithMany(25).Build(), TimeSpan.FromMilliseconds(200)));

        Assert.Equal("It took longer than 0.2 s.", thrown.Message);
    }

    [Theory]
    [InlineData("email.subject.hbs", "harbour-news.subject.txt")]
    [InlineData("email.html.hbs", "harbour-news.html")]
    [InlineData("email.txt.hbs", "harbour-news.txt")]
    public void The_examples_say_what_the_built_in_look_says(string name, string file)
    {
        var kind = TemplateKind.Find(name)!;

        var made = Render(kind, kind.Example(), GivenDigest.OfHarbourNews().Build());

        Approved.Matches(made.TrimEnd('\n') + "\n", file);
        if (kind != TemplateKind.Subject)
        {
            var digest = GivenDigest.OfHarbourNews().Build();
            var text = kind == TemplateKind.Html ? Parse(made).Body!.TextContent : made;
            Assert.All(digest.Items, item => Assert.Contains(item.Headline, text, StringComparison.Ordinal));
            Assert.All(digest.Items.SelectMany(item => item.KeyPoints), point => Assert.Contains(point.Text, text, StringComparison.Ordinal));
            Assert.Contains(digest.Id.ToString(), text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(ChatDigests.Names), MemberType = typeof(ChatDigests))]
    public void The_examples_take_any_digest(string digest)
    {
        foreach (var kind in TemplateKind.All)
        {
            var made = Render(kind, kind.Example(), ChatDigests.Of(digest));
            Assert.InRange(made.Length, 1, 250_000);
        }
    }

    [Fact]
    public void The_template_in_the_documentation_is_sound()
    {
        var page = Repository.Read("docs/templates.md").ReplaceLineEndings("\n");
        var template = page.Split("```handlebars\n")[1].Split("```")[0];

        Assert.Null(new TemplateCheck(Options.Create(new TemplateOptions()), TimeProvider.System).FaultOf(TemplateKind.Html, template));
    }

    [Fact]
    public void Every_name_that_a_template_can_say_is_documented_and_the_other_way_round()
    {
        var section = Repository.Read("docs/templates.md").Split("## What a template can say")[1].Split("## What is allowed")[0];
        var rows = section.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).SelectMany(line => Quoted().Matches(line.Split('|')[1]));

        var model = TemplateModel.Of(DigestView.Of(GivenDigest.OfHarbourNews().Build(), MailFrame.Bare), new RenderBudget(Usual, 1, TimeProvider.System));

        Assert.Equal(model.Keys.Order(), rows.Select(match => match.Groups[1].Value).Order());
    }

    [Fact]
    public void What_an_article_says_is_escaped_in_HTML_and_plain_in_text()
    {
        const string Template = "<p>{{#each items}}<b title=\"{{headline}}\">{{headline}}</b>{{/each}}</p>";
        const string Attack = "<script>alert(1)</script>\" onmouseover=\"x {{title}}";
        var digest = new GivenDigest().With(Attack, [GivenDigest.Said("It is so.")]).Build();

        var mail = Parse(Render(TemplateKind.Html, Template, digest));

        Assert.Empty(mail.QuerySelectorAll("script"));
        var bold = mail.QuerySelector("b")!;
        Assert.Equal((Attack, Attack), (bold.TextContent, bold.GetAttribute("title")));
        Assert.Equal(["title"], bold.Attributes.Select(attribute => attribute.Name));
        Assert.Equal(Attack + "\n", Render(TemplateKind.Text, "{{#each items}}{{headline}}{{/each}}", digest));
    }

    [Fact]
    public void A_subject_is_one_line()
    {
        Assert.Equal("Harbour & Coast Bcc: x", Render(TemplateKind.Subject, "\n{{title}}\r\nBcc: x\n", GivenDigest.OfHarbourNews().Build()));
        Assert.InRange(Render(TemplateKind.Subject, new string('x', 5_000), GivenDigest.OfHarbourNews().Build()).Length, 1, 200);
    }

    [Fact]
    public void What_a_digest_lacks_is_empty_and_can_be_asked_for()
    {
        const string Template = "{{#each items}}[{{byline}}{{#if url}}linked{{else}}unlinked{{/if}}]{{/each}}{{#if unsubscribeUrl}}{{unsubscribeUrl}}{{/if}}{{#if brief}}!{{/if}}{{#if more}}!{{/if}}";
        var digest = new GivenDigest().With("A", [GivenDigest.Said("It is so.")], new() { Language = "und" }).Build();

        Assert.Equal("[unlinked]https://news.example/u?t=abc\n", Render(TemplateKind.Text, Template, digest));
    }

    [Fact]
    public void Of_many_items_as_many_are_shown_as_there_is_room_for()
    {
        var text = Render(TemplateKind.Text, "{{#each items}}{{headline}}" + new string('x', 15_000) + "\n{{/each}}{{#if more}}{{more}}{{/if}}", new GivenDigest().WithMany(200).Build());

        Assert.Equal(12, text.Split('\n').Count(line => line.StartsWith("Council", StringComparison.Ordinal)));
        Assert.EndsWith("\n101\n", text, StringComparison.Ordinal);
    }

    private static string Render(TemplateKind kind, string template, Digest digest, TimeSpan? timeout = null) =>
        MailTemplate.Compile(kind, template).Render(DigestView.Of(digest, new MailFrame(Unsubscribe, "Harbour News, 1 Quay Street")), timeout ?? Usual, TimeProvider.System);

    [GeneratedRegex("`(\\w+)`")]
    private static partial Regex Quoted();

    private static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}

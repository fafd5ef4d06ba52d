using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Ingesting;
using NewsAlerts.Local.Commands;
using NewsAlerts.Local.Emulators;
using NewsAlerts.Local.Operating;
using NewsAlerts.Routing;
using NewsAlerts.Routing.Rules;
using PuppeteerSharp;

namespace NewsAlerts.EndToEnd.Pipeline;

/// <summary>From the question to the last mail, as a reader meets it: real mails, a real browser, a running host.</summary>
[Collection(EmulatorFixture.Collection)]
public sealed partial class ConsentTests(EmulatorFixture emulators)
{
    private readonly string _address = $"{EmulatorFixture.NewPrefix()}@example.com";

    [SkippableFact]
    public async Task A_reader_says_yes_gets_the_news_and_ends_them_again()
    {
        await using var host = await RunningHost.StartAsync(emulators);
        await using var browser = await Chromium.StartAsync();
        var subscription = await SubscribeAsync(host, confirmed: false);

        var question = await MailAsync(1);
        Assert.Equal("Please confirm: Harbour briefing", question.Subject);
        using var confirm = await browser.OpenAsync(LinkIn(question, "confirm"));
        Assert.Equal("Do you want these mails?", await HeadlineAsync(confirm));
        Assert.Equal(Standing.Unconfirmed, (await FindAsync(host, subscription))!.Standing);
        Assert.Equal("You are subscribed", await PressAsync(confirm));
        Assert.Equal(Standing.Active, (await FindAsync(host, subscription))!.Standing);
        Assert.NotNull(await host.Get<ISubscriptions>().FindDueAsync(subscription.Id, CancellationToken.None));

        await DropAsync(host, Texts.Article(1));
        await SendAsync(host, subscription);
        var digest = await MailAsync(2);
        Assert.Contains("Harbour of Port Ellery opens berth 1", digest.Text, StringComparison.Ordinal);

        using var unsubscribe = await browser.OpenAsync(LinkIn(digest, "unsubscribe"), width: 760, dark: true);
        Assert.Equal("Stop these mails?", await HeadlineAsync(unsubscribe));
        Assert.Null((await FindAsync(host, subscription))!.Removed);
        Assert.Equal("You are unsubscribed", await PressAsync(unsubscribe));
        Assert.NotNull((await FindAsync(host, subscription))!.Removed);
        Assert.Null(await host.Get<ISubscriptions>().FindDueAsync(subscription.Id, CancellationToken.None));
        Assert.Equal(2, (await MailsAsync()).Count);
    }

    [SkippableFact]
    public async Task A_reader_reads_what_the_mail_had_no_room_for_pauses_it_for_a_week_and_resumes_it()
    {
        await using var host = await RunningHost.StartAsync(emulators);
        await using var browser = await Chromium.StartAsync();
        var subscription = await SubscribeAsync(host, confirmed: true, maxItems: 1, rule: "berth");
        await DropAsync(host, Texts.Article(1));
        await DropAsync(host, Texts.Article(2), "other.txt");
        await SendAsync(host, subscription, articles: 2);

        var digest = await MailAsync(1);
        Assert.Contains("Its rule: berth", digest.Text, StringComparison.Ordinal);
        using var issue = await browser.OpenAsync(LinkIn(digest, "digests"), width: 760);
        Assert.Equal("Harbour briefing", await HeadlineAsync(issue));
        Assert.Equal(2, await issue.EvaluateExpressionAsync<int>("document.querySelectorAll('article h2').length"));
        Assert.True(await issue.EvaluateExpressionAsync<bool>("[...document.querySelectorAll('article')].every(one => one.querySelector('li'))"));
        Assert.Equal("rgb(255, 254, 251)", await issue.EvaluateExpressionAsync<string>("getComputedStyle(document.querySelector('main')).backgroundColor"));

        using var pause = await browser.OpenAsync(LinkIn(digest, "pause"));
        Assert.Equal("Pause these mails?", await HeadlineAsync(pause));
        Assert.Null((await FindAsync(host, subscription))!.Pause);
        Assert.Equal("These mails are paused", await PressAsync(pause));
        var paused = (await FindAsync(host, subscription))!.Pause!;
        Assert.Equal(paused.From.AddDays(7), paused.Until);
        Assert.True(await host.Get<ISubscriptions>().FindDueAsync(subscription.Id, CancellationToken.None) >= paused.Until);

        Assert.Equal("These mails go on", await PressAsync(pause));
        Assert.Null((await FindAsync(host, subscription))!.Pause);
        Assert.True(await host.Get<ISubscriptions>().FindDueAsync(subscription.Id, CancellationToken.None) < paused.Until);
    }

    [SkippableFact]
    public async Task One_click_in_a_mail_program_ends_a_subscription_and_does_no_harm_twice()
    {
        await using var host = await RunningHost.StartAsync(emulators);
        var subscription = await SubscribeAsync(host, confirmed: true);
        await DropAsync(host, Texts.Article(2));
        await SendAsync(host, subscription);
        var digest = await MailAsync(1);
        var way = new Uri(digest.Header("list-unsubscribe")!.Trim('<', '>'));
        using var http = new HttpMessageInvoker(new SocketsHttpHandler { UseProxy = false });

        Assert.Equal("List-Unsubscribe=One-Click", digest.Header("list-unsubscribe-post"));
        Assert.Equal(HttpStatusCode.OK, (await RequestAsync(http, HttpMethod.Head, way)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await RequestAsync(http, HttpMethod.Post, new Uri(way.AbsoluteUri[..^4]))).Status);
        Assert.Null((await FindAsync(host, subscription))!.Removed);

        var first = await RequestAsync(http, HttpMethod.Post, way);
        var second = await RequestAsync(http, HttpMethod.Post, way);

        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Equal(first, second);
        Assert.NotNull((await FindAsync(host, subscription))!.Removed);
    }

    [SkippableFact]
    public async Task A_port_that_is_taken_is_said_with_its_key()
    {
        using var other = new TcpListener(IPAddress.Loopback, port: 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var error = await Assert.ThrowsAsync<CommandException>(
            () => RunningHost.StartAsync(emulators, ("Local:WebPort", port.ToString(CultureInfo.InvariantCulture))));

        Assert.Contains($"127.0.0.1, port {port}", error.Message, StringComparison.Ordinal);
        Assert.Contains("Set Local:WebPort to another, or to 0 for any.", error.Message, StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, string Page)> RequestAsync(HttpMessageInvoker http, HttpMethod method, Uri way)
    {
        using var request = new HttpRequestMessage(method, way);
        if (method == HttpMethod.Post)
        {
            request.Content = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        }

        using var answer = await http.SendAsync(request, CancellationToken.None);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private Task<Subscription> SubscribeAsync(RunningHost host, bool confirmed, int? maxItems = null, string? rule = null) => host.Get<SubscriptionBook>().AddAsync(
        new NewSubscription
        {
            Name = "Harbour briefing",
            Channel = new Channel.Email(_address),
            Schedule = new Schedule("30 7 * * *", "Europe/Berlin"),
            Confirmed = confirmed,
            MaxItems = maxItems,
            Rule = rule is null ? null : Rule.Parse(rule),
        },
        CancellationToken.None);

    private static async Task DropAsync(RunningHost host, string text, string name = "article.txt")
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        await host.Get<IOriginals>().AddAsync(name, content, CancellationToken.None);
    }

    /// <summary>Sends by hand once so much is pending.</summary>
    private static async Task SendAsync(RunningHost host, Subscription subscription, int articles = 1)
    {
        await Until.ThereIsAsync(
            "what was dropped is in the inbox",
            async () => (await host.Get<SubscriptionBook>().StateAsync(subscription.Id, CancellationToken.None)) is var state && state.Pending >= articles ? state : null);
        await host.Get<SubscriptionBook>().SendNowAsync(subscription.Id, CancellationToken.None);
    }

    private static Task<Subscription?> FindAsync(RunningHost host, Subscription subscription) =>
        host.Get<ISubscriptions>().FindAsync(subscription.Id, CancellationToken.None);

    private async Task<CaughtMail> MailAsync(int number) =>
        await Until.ThereIsAsync($"mail {number} arrives", async () => (await MailsAsync()).ElementAtOrDefault(number - 1));

    private async Task<IReadOnlyList<CaughtMail>> MailsAsync() =>
        [.. (await emulators.Mail.ListAsync(CancellationToken.None)).Where(mail => mail.To.Any(to => to.Address == _address))];

    /// <summary>The link that a reader sees in the mail.</summary>
    private static Uri LinkIn(CaughtMail mail, string page) => new(Link().Matches(mail.Html!).Select(match => match.Groups[1].Value).Single(link => link.Contains($"/{page}/", StringComparison.Ordinal)));

    private static async Task<string> HeadlineAsync(IPage page) => await page.EvaluateExpressionAsync<string>("document.querySelector('h1').textContent");

    private static async Task<string> PressAsync(IPage page)
    {
        await Task.WhenAll(page.WaitForNavigationAsync(), page.ClickAsync("button"));
        return await HeadlineAsync(page);
    }

    [GeneratedRegex("href=\"(http[^\"]+)\"")]
    private static partial Regex Link();
}

using System.Diagnostics;
using Microsoft.Extensions.Options;
using Moq;
using NewsAlerts.Articles;
using NewsAlerts.Routing;
using NewsAlerts.Summarizing;
using NewsAlerts.Sweeping;
using NewsAlerts.Tests.Given;

namespace NewsAlerts.Tests.Telemetry;

public sealed class TracingTests
{
    private const string Made = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private static readonly ArticleId Article = ArticleId.Of("Title", "Text.");

    private readonly List<StageRequest> _written = [];

    [Fact]
    public void A_message_carries_the_span_in_which_it_was_made() =>
        Assert.Equal($$"""{"articleId":"{{Article}}","version":1,"traceparent":"{{Made}}"}""", MessageJson.Write(new SummarizeRequest(Article) { TraceParent = Made }));

    [Theory]
    [InlineData("")]
    [InlineData(",\"traceparent\":null")]
    [InlineData(",\"traceparent\":\"\"")]
    [InlineData(",\"traceparent\":\"00-nonsense-b7ad6b7169203331-01\"")]
    public void A_message_without_a_trace_or_with_one_that_is_none_is_read_all_the_same(string rest) =>
        Assert.Equal(new SummarizeRequest(Article), MessageJson.Read(Stages.Summarize, $$"""{"articleId":"{{Article}}","version":1{{rest}}}"""));

    [Fact]
    public async Task The_row_and_the_message_carry_the_same_span()
    {
        using var span = new Activity("a span").Start();

        await Handover().StartAsync(new SummarizeRequest(Article), CancellationToken.None);

        Assert.Equal([span.Id, span.Id], _written.Select(request => request.TraceParent));
    }

    [Fact]
    public async Task What_is_sent_again_keeps_the_span_that_it_was_made_in()
    {
        using var span = new Activity("a span").Start();

        await Handover().PostponeAsync(new SummarizeRequest(Article) { TraceParent = Made }, DateTimeOffset.UnixEpoch, CancellationToken.None);

        Assert.Equal([Made, Made], _written.Select(request => request.TraceParent));
    }

    [Fact]
    public async Task Where_nobody_traces_nothing_is_carried()
    {
        await Handover().StartAsync(new SummarizeRequest(Article), CancellationToken.None);

        Assert.Equal([null, null], _written.Select(request => request.TraceParent));
    }

    [Fact]
    public void A_waiting_article_is_the_same_whether_it_was_traced_or_not() =>
        Assert.Equal(new PendingItem(GivenDigest.Due, Article), new PendingItem(GivenDigest.Due, Article) { TraceParent = Made });

    private Handover Handover()
    {
        var (open, queues) = (new Mock<IOpenWork>(), new Mock<IWorkQueues>());
        open.Setup(one => one.SaveAsync(It.IsAny<OpenItem>(), It.IsAny<CancellationToken>())).Callback((OpenItem item, CancellationToken _) => _written.Add(item.Request));
        queues.Setup(one => one.SendAsync(Capture.In(_written), It.IsAny<TimeSpan>(), It.IsAny<CancellationToken>()));
        return new Handover(open.Object, queues.Object, Options.Create(new SweepOptions()), TimeProvider.System);
    }
}

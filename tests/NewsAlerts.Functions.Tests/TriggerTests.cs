using Azure.Storage.Blobs;
using Cronos;
using Microsoft.Azure.Functions.Worker;
using NewsAlerts.Delivering;
using NewsAlerts.Functions.Tests.Given;
using NewsAlerts.Routing;
using NewsAlerts.Summarizing;

namespace NewsAlerts.Functions.Tests;

public class TriggerTests
{
    [Theory]
    [InlineData(nameof(IngestArticle), BlobTriggerSource.LogsAndContainerScan)]
    [InlineData(nameof(IngestArticleFromEvent), BlobTriggerSource.EventGrid)]
    public void What_is_dropped_is_found_in_the_articles_container(string name, BlobTriggerSource source)
    {
        var trigger = Assert.IsType<BlobTriggerAttribute>(App.Function(name).Trigger);

        Assert.Equal($"{Containers.Articles}/{{name}}", trigger.BlobPath);
        Assert.Equal("Storage", trigger.Connection);
        Assert.Equal(source, trigger.Source);
    }

    [Theory]
    [InlineData(nameof(IngestArticle))]
    [InlineData(nameof(IngestArticleFromEvent))]
    public void An_article_never_passes_through_the_host_as_content(string name) =>
        Assert.Equal(typeof(BlobClient), App.Function(name).TriggerParameter.ParameterType);

    [Fact]
    public void Both_ingesting_functions_are_the_same_call() =>
        Assert.Equal(Calls.IntoTheCore(App.Function(nameof(IngestArticle)).Method), Calls.IntoTheCore(App.Function(nameof(IngestArticleFromEvent)).Method));

    [Theory]
    [InlineData(nameof(SummarizeArticle), Queues.Summarize, typeof(SummarizeRequest))]
    [InlineData(nameof(RouteArticle), Queues.Route, typeof(RouteRequest))]
    [InlineData(nameof(DeliverDigest), Queues.Deliver, typeof(DeliverRequest))]
    public void A_stage_takes_its_requests_from_its_queue(string name, string queue, Type request)
    {
        var trigger = Assert.IsType<QueueTriggerAttribute>(App.Function(name).Trigger);

        Assert.Equal(queue, trigger.QueueName);
        Assert.Equal("Storage", trigger.Connection);
        Assert.Equal(request, App.Function(name).TriggerParameter.ParameterType);
    }

    [Fact]
    public void Every_queue_has_one_function() =>
        Assert.Equal(Queues.All.Order(), App.Functions.Select(function => function.Trigger).OfType<QueueTriggerAttribute>().Select(trigger => trigger.QueueName).Order());

    [Theory]
    [InlineData(nameof(SendDigests))]
    [InlineData(nameof(Sweep))]
    public void A_timer_ticks_every_minute_and_not_at_every_start(string name)
    {
        var trigger = Assert.IsType<TimerTriggerAttribute>(App.Function(name).Trigger);
        var start = new DateTime(2026, 3, 29, 0, 59, 30, DateTimeKind.Utc);

        var ticks = CronExpression.Parse(trigger.Schedule, CronFormat.IncludeSeconds).GetOccurrences(start, start.AddMinutes(3));

        Assert.Equal([start.AddSeconds(30), start.AddSeconds(90), start.AddSeconds(150)], ticks);
        Assert.False(trigger.RunOnStartup);
    }

    [Fact]
    public void Health_is_there_for_anyone_to_get()
    {
        var trigger = Assert.IsType<HttpTriggerAttribute>(App.Function(nameof(Health)).Trigger);

        Assert.Equal(AuthorizationLevel.Anonymous, trigger.AuthLevel);
        Assert.Equal("get", Assert.Single(trigger.Methods!));
        Assert.Equal("health", trigger.Route);
    }

    [Theory]
    [InlineData(nameof(Unsubscribe), "unsubscribe/{token}", "get", "post")]
    [InlineData(nameof(Confirm), "confirm/{token}", "get", "post")]
    [InlineData(nameof(Pause), "pause/{token}", "get", "post")]
    [InlineData(nameof(Resume), "resume/{token}", "get", "post")]
    [InlineData(nameof(ReadDigest), "digests/{token}", "get")]
    public void A_readers_page_is_there_for_anyone_with_its_link(string name, string route, params string[] methods)
    {
        var trigger = Assert.IsType<HttpTriggerAttribute>(App.Function(name).Trigger);

        Assert.Equal(AuthorizationLevel.Anonymous, trigger.AuthLevel);
        Assert.Equal(methods, trigger.Methods!);
        Assert.Equal(route, trigger.Route);
    }

    [Theory]
    [MemberData(nameof(App.Names), MemberType = typeof(App))]
    public void A_function_is_named_as_its_class_and_can_be_cancelled(string name)
    {
        var function = App.Function(name);

        Assert.Equal(function.Type.Name, function.Name);
        Assert.True(name == nameof(Health) || function.Method.GetParameters()[^1].ParameterType == typeof(CancellationToken));
    }
}

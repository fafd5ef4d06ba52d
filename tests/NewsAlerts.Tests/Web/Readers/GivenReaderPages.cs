using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Moq;
using NewsAlerts.Articles;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Routing;
using NewsAlerts.Subscribing;
using NewsAlerts.Summarizing;
using NewsAlerts.Sweeping;
using NewsAlerts.Tests.Given;
using NewsAlerts.Web.Readers;

namespace NewsAlerts.Tests.Web.Readers;

/// <summary>Readers' pages, on stores without a service.</summary>
internal sealed class GivenReaderPages : IDisposable
{
    private readonly ServiceProvider _services;

    public GivenReaderPages()
    {
        var configuration = new ConfigurationBuilder().Build();
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>()
            .AddSingleton(Subscriptions.Object)
            .AddSingleton(OpenWork.Object)
            .AddSingleton(Digests.Object)
            .AddSingleton(Library.Object)
            .AddSingleton(Inboxes.Object)
            .AddSingleton(Deliveries.Object)
            .AddSingleton(Queues.Object)
            .AddSingleton<Handover>()
            .AddSingleton<RecentSummaries>()
            .AddSingleton(Options.Create(new SweepOptions()))
            .AddSubscribing(configuration)
            .AddReaderLinks(configuration)
            .AddReaderPages()
            .BuildServiceProvider();
    }

    public FakeTimeProvider Time { get; } = new(GivenDigest.Due);

    public Mock<ISubscriptions> Subscriptions { get; } = new();

    public Mock<IOpenWork> OpenWork { get; } = new();

    public Mock<IInboxes> Inboxes { get; } = new();

    public Mock<IDeliveries> Deliveries { get; } = new();

    public Mock<IWorkQueues> Queues { get; } = new();

    public Mock<IDigests> Digests { get; } = new();

    public Mock<ILibrary> Library { get; } = new();

    public IServiceProvider Services => _services;

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public async Task<(int Status, string Page, IHeaderDictionary Headers)> AnswerAsync(string method, string query, Func<HttpRequest, Task<IResult>> answer)
    {
        using var body = new MemoryStream();
        var context = new DefaultHttpContext
        {
            RequestServices = _services,
            Request = { Method = method, QueryString = new QueryString(query) },
            Response = { Body = body },
        };
        await (await answer(context.Request)).ExecuteAsync(context);
        return (context.Response.StatusCode, Encoding.UTF8.GetString(body.ToArray()), context.Response.Headers);
    }

    public void Dispose() => _services.Dispose();
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Moq;
using NewsAlerts.Adapters.Feeds;
using NewsAlerts.Adapters.Storage;
using NewsAlerts.Adapters.Templates;
using NewsAlerts.Adapters.Webhooks;
using NewsAlerts.Articles;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Ingesting;
using NewsAlerts.Local.Commands;
using NewsAlerts.Local.Operating;
using NewsAlerts.Local.Terminal;
using NewsAlerts.Routing;
using NewsAlerts.Subscribing;
using NewsAlerts.Summarizing;
using NewsAlerts.Sweeping;
using NewsAlerts.Tests.Adapters.Templates;
using Spectre.Console.Testing;

namespace NewsAlerts.Tests.Local.Given;

/// <summary>The command line in this process, on stores without a service, as a pipe sees it.</summary>
internal sealed class GivenCommandLine : IDisposable
{
    private readonly TestConsole _out = new TestConsole().Width(400);
    private readonly TestConsole _error = new TestConsole().Width(400);

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 5, 4, 5, 0, 0, TimeSpan.Zero));

    public Mock<IArchive> Archive { get; } = new();

    public Mock<ILibrary> Library { get; } = new();

    public Mock<IOriginals> Originals { get; } = new();

    public Mock<ISubscriptions> Subscriptions { get; } = new();

    public Mock<IInboxes> Inboxes { get; } = new();

    public Mock<IDigests> Digests { get; } = new();

    public Mock<IDeliveries> Deliveries { get; } = new();

    public Mock<IFailures> Failures { get; } = new();

    public Mock<IOpenWork> OpenWork { get; } = new();

    public InMemoryTemplates Templates { get; } = new();

    public Mock<IWorkQueues> WorkQueues { get; } = new();

    public Mock<IBacklogReader> Backlog { get; } = new();

    public Mock<IModelSpend> Spend { get; } = new();

    /// <summary>What opening the stores throws, where they cannot be opened.</summary>
    public Exception? Trouble { get; init; }

    /// <summary>Configuration.</summary>
    public Dictionary<string, string?> Settings { get; } = [];

    /// <summary>What standard input holds.</summary>
    public Stream Input { get; init; } = Stream.Null;

    /// <summary>Where results go that are written as they are; null for <see cref="Out"/>.</summary>
    public TextWriter? Raw { get; init; }

    public string Out => _out.Output;

    public string Error => _error.Output;

    public CommandLine Create()
    {
        var context = new CommandContext
        {
            Screen = new Screen(_out, _error, IsLive: false) { Raw = Raw ?? _out.Profile.Out.Writer },
            Input = () => Input,
            Time = Time,
            OpenAsync = (_, _) => Trouble is null ? Task.FromResult(Stores()) : Task.FromException<ServiceProvider>(Trouble),
        };
        return AllCommands.Create(context);
    }

    public Task<int> RunAsync(params string[] arguments) => Create().InvokeAsync(arguments);

    public void Dispose()
    {
        _out.Dispose();
        _error.Dispose();
    }

    private ServiceProvider Stores() => new ServiceCollection()
        .AddSingleton<TimeProvider>(Time)
        .AddSingleton(Archive.Object)
        .AddSingleton(Library.Object)
        .AddSingleton(Originals.Object)
        .AddSingleton(Subscriptions.Object)
        .AddSingleton(Inboxes.Object)
        .AddSingleton(Digests.Object)
        .AddSingleton(Deliveries.Object)
        .AddSingleton(Failures.Object)
        .AddSingleton(OpenWork.Object)
        .AddSingleton(WorkQueues.Object)
        .AddSingleton(Backlog.Object)
        .AddSingleton(Spend.Object)
        .AddSingleton(StorageClients.Create(new ConfigurationBuilder().AddInMemoryCollection([new("Storage", "UseDevelopmentStorage=true")]).Build()))
        .AddSingleton<StatusReader>()
        .AddSingleton<ITemplates>(Templates)
        .AddTemplates(new ConfigurationBuilder().Build())
        .AddSingleton<Handover>()
        .AddOptions<RoutingOptions>().Services
        .AddOptions<ConfirmOptions>().Services
        .AddOptions<DigestOptions>().Services
        .AddLogging()
        .AddSingleton<Confirmations>()
        .AddSummarizing(new ConfigurationBuilder().Build())
        .AddSingleton<SubscriptionBook>()
        .AddSingleton<TemplateBook>()
        .AddSingleton<SubscriptionPreview>()
        .AddSingleton<SubscriptionPause>()
        .AddSingleton<SubscriptionRemoval>()
        .AddSingleton<SubscriptionStanding>()
        .AddSingleton<DeliveryRetry>()
        .AddSingleton<FailureRetry>()
        .AddWebhooks(new ConfigurationBuilder().AddInMemoryCollection(Settings).Build())
        .AddFeeds(new ConfigurationBuilder().AddInMemoryCollection(Settings).Build())
        .BuildServiceProvider();
}

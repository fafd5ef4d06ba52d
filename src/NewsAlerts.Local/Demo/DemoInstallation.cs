using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsAlerts.Local.Commands;
using NewsAlerts.Local.Emulators;
using NewsAlerts.Local.Hosting;
using NewsAlerts.Local.Operating;
using NewsAlerts.Routing;

namespace NewsAlerts.Local.Demo;

/// <summary>
/// An installation of the demo's own: Azurite, mail catcher, webhook receiver and host in a folder that goes with it. Takes
/// nothing from the environment, so that it can touch nobody's data.
/// </summary>
internal sealed class DemoInstallation : IAsyncDisposable
{
    /// <summary>Reserved for examples (RFC 2606): mail to it can reach nobody.</summary>
    public const string Reader = "reader@example.com";

    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(15);

    private readonly HttpMessageInvoker _http = Workplace.LoopbackHttp();
    private readonly TimeProvider _time;
    private AzuriteEmulator? _azurite;
    private MailCatcher? _mail;
    private DemoReceiver? _receiver;
    private IHost? _host;

    public DemoInstallation(TimeProvider time) => _time = time;

    public string DataFolder { get; } = Directory.CreateTempSubdirectory("newsalerts-demo-").FullName;

    public RecentWarnings Warnings { get; } = new();

    public MailCatcher Mail => Started(_mail);

    public DemoReceiver Receiver => Started(_receiver);

    public IServiceProvider Services => Started(_host).Services;

    public Task EmulatorExited => Task.WhenAny(Started(_azurite).Exited, Mail.Exited);

    /// <summary>Starts the emulators, which may have to be installed first.</summary>
    public async Task StartEmulatorsAsync(IProgress<EmulatorProgress> progress, CancellationToken cancellationToken)
    {
        var options = new EmulatorOptions { DataFolder = DataFolder, KnownAzurite = null, KnownMailServer = null, KnownMailInbox = null };
        var starter = new EmulatorStarter(options, _http, _time);
        var azurite = starter.StartAzuriteAsync(progress, cancellationToken);
        var mail = starter.StartMailCatcherAsync(progress, cancellationToken);
        await Task.WhenAll(azurite, mail).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _azurite = azurite.IsCompletedSuccessfully ? await azurite : null;
        _mail = mail.IsCompletedSuccessfully ? await mail : null;
        await Task.WhenAll(azurite, mail);
    }

    /// <summary>Starts the receiver and the host, which creates the storage's contents.</summary>
    public async Task StartHostAsync(CancellationToken cancellationToken)
    {
        _receiver = await DemoReceiver.StartAsync(_time, cancellationToken);
        var settings = new Dictionary<string, string?>
        {
            ["Local:DigestInterval"] = "00:00:01",
            ["Local:SweepInterval"] = "00:00:01",
            ["Local:DrainTimeout"] = "00:00:03",
            ["Webhooks:AllowInsecure"] = "true",
            ["Webhooks:AllowLoopback"] = "true",
        };
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(Surroundings.SettingsOf(Started(_azurite)))
            .AddInMemoryCollection(Surroundings.SettingsOf(Mail))
            .AddInMemoryCollection(settings)
            .Build();
        _host = LocalHost.Build(configuration, Warnings, LogLevel.Information);
        await _host.StartAsync(cancellationToken);
    }

    /// <summary>One reader by mail, one program by webhook.</summary>
    public async Task<(Subscription Mail, Subscription Webhook)> SubscribeAsync(CancellationToken cancellationToken)
    {
        var book = Services.GetRequiredService<SubscriptionBook>();
        var schedule = new Schedule("30 7 * * *", "Europe/Berlin");
        return (
            await book.AddAsync(new NewSubscription { Name = "Demo briefing", Channel = new Channel.Email(Reader), Schedule = schedule, Confirmed = true }, cancellationToken),
            await book.AddAsync(
                new NewSubscription { Name = "Demo webhook", Channel = new Channel.Webhook(Receiver.Url, Receiver.Secret), Schedule = schedule }, cancellationToken));
    }

    /// <summary>Stops all that was started, whatever that was, and removes the folder.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            using var deadline = new CancellationTokenSource(StopTimeout, _time);
            await _host.StopAsync(deadline.Token);
            _host.Dispose();
        }

        await (_receiver?.DisposeAsync() ?? ValueTask.CompletedTask);
        var mail = _mail?.DisposeAsync() ?? ValueTask.CompletedTask;
        await (_azurite?.DisposeAsync() ?? ValueTask.CompletedTask);
        await mail;
        _http.Dispose();
        try
        {
            Directory.Delete(DataFolder, recursive: true);
        }
        catch (IOException)
        {
            // A process that is just ending may still write: the system clears its temporary folder anyway.
        }
    }

    private static T Started<T>(T? part)
        where T : class => part ?? throw new InvalidOperationException("That part of the demo is not started.");
}

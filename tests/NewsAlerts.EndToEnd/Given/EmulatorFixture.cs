using NewsAlerts.Local.Emulators;

namespace NewsAlerts.EndToEnd.Given;

/// <summary>
/// One Azurite and one MailDev for all test classes in a collection, as starting them costs seconds.
/// Each class uses names of its own (<see cref="NewPrefix"/>), each test a mail address of its own. Its tests are skippable
/// (<c>[SkippableFact]</c>): without Node.js, the first use of an emulator skips the test and says why.
/// </summary>
public sealed class EmulatorFixture : IAsyncLifetime, IDisposable
{
    /// <summary>For <c>[Collection(EmulatorFixture.Collection)]</c>; the class then takes an <see cref="EmulatorFixture"/> in its constructor.</summary>
    public const string Collection = "Emulators";

    /// <summary>A collection with emulators of its own, for what takes minutes: it runs beside the other.</summary>
    public const string LongCollection = "Emulators for long tests";

    private readonly TemporaryFolder _folder = new();
    private readonly AzuriteAccounts _accounts = new();
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { UseProxy = false });
    private string? _whyNot;
    private AzuriteEmulator? _azurite;
    private MailCatcher? _mail;

    /// <summary>The storage account.</summary>
    public AzuriteEmulator Azurite => Running(_azurite);

    /// <summary>The mail server and what it has caught.</summary>
    public MailCatcher Mail => Running(_mail);

    /// <summary>The connection string of an account that no other test has: its own containers, queues and tables under their real names.</summary>
    public string NewAccount() => _accounts.Next(Azurite.ConnectionString);

    /// <summary>A prefix for containers, queues and tables that no other test has: letters and digits, ten of them.</summary>
    public static string NewPrefix() => "t" + Guid.NewGuid().ToString("n")[..9];

    /// <summary>Starts both at once, where they can run.</summary>
    public async Task InitializeAsync()
    {
        _whyNot = await TestEmulators.WhyNotAsync();
        if (_whyNot is not null)
        {
            return;
        }

        AzuriteAccounts.Announce();
        var starter = new EmulatorStarter(TestEmulators.On(_folder.Path), _http, TimeProvider.System);
        var azurite = starter.StartAzuriteAsync(progress: null, CancellationToken.None);
        var mail = starter.StartMailCatcherAsync(progress: null, CancellationToken.None);
        await Task.WhenAll(azurite, mail);
        (_azurite, _mail) = (await azurite, await mail);
    }

    /// <summary>Stops both.</summary>
    public async Task DisposeAsync()
    {
        await (_azurite?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_mail?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    /// <summary>Called by xunit after <see cref="DisposeAsync"/>.</summary>
    public void Dispose()
    {
        _http.Dispose();
        _folder.Dispose();
    }

    private T Running<T>(T? emulator)
        where T : class
    {
        Skip.If(_whyNot is not null, _whyNot);
        return emulator ?? throw new InvalidOperationException("The fixture has not started.");
    }
}

/// <summary>Ties the collection's name to its fixture.</summary>
[CollectionDefinition(EmulatorFixture.Collection)]
public sealed class SharedEmulators : ICollectionFixture<EmulatorFixture>;

/// <summary>Ties the long collection's name to another.</summary>
[CollectionDefinition(EmulatorFixture.LongCollection)]
public sealed class SeparateEmulators : ICollectionFixture<EmulatorFixture>;

using NewsAlerts.Local.Emulators;

namespace NewsAlerts.EndToEnd.Given;

/// <summary>Mail servers that want encryption and a sign-in, as those of a company do, with certificates of its own authority.</summary>
public sealed class SecureMail : IAsyncLifetime, IDisposable
{
    /// <summary>Who may sign in.</summary>
    public const string User = "news";

    /// <summary>The password of <see cref="User"/>.</summary>
    public const string Password = "t1de-t4ble";

    private const string Loopback = "127.0.0.1";

    private readonly TemporaryFolder _folder = new();
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { UseProxy = false });
    private readonly Dictionary<string, MailCatcher> _servers = [];
    private readonly TestAuthority _authority;
    private readonly TestAuthority _stranger;

    public SecureMail() => (_authority, _stranger) = (new TestAuthority(_folder.Path, "inside"), new TestAuthority(_folder.Path, "stranger"));

    /// <summary>The file of the authority that the servers' certificates come from.</summary>
    public string Authority => _authority.File;

    /// <summary>The file of one that they do not come from.</summary>
    public string Stranger => _stranger.File;

    /// <summary>Starts them, where they can run; the tests are skipped by <see cref="EmulatorFixture"/> where not.</summary>
    public async Task InitializeAsync()
    {
        if (await TestEmulators.WhyNotAsync() is not null)
        {
            return;
        }

        var options = TestEmulators.On(_folder.Path);
        var packages = await new EmulatorPackages(options, TimeProvider.System).EnsureAsync(
            await NodeTools.FindAsync(options.SearchPath, CancellationToken.None), progress: null, CancellationToken.None);
        var maildev = Path.Combine(packages, "node_modules", "maildev", "bin", "maildev");
        var startTls = Path.Combine(AppContext.BaseDirectory, "Given", "maildev-starttls.cjs");
        var here = _authority.Issue(Loopback);
        string[] signIn = ["--incoming-user", User, "--incoming-pass", Password];
        await Task.WhenAll(
            StartAsync("Implicit", maildev, ["--incoming-secure", .. Certificate(here), .. signIn]),
            StartAsync("StartTls", startTls, [maildev, .. Certificate(here), .. signIn]),
            StartAsync("Elsewhere", maildev, ["--incoming-secure", .. Certificate(_authority.Issue("mail.brackwater.example")), .. signIn]),
            StartAsync("Open", maildev, ["--incoming-secure", .. Certificate(here)]));

        async Task StartAsync(string name, string script, string[] arguments)
        {
            var server = await new EmulatorLauncher(options, TimeProvider.System).StartAsync(Kind(name, script, arguments), progress: null, CancellationToken.None);
            lock (_servers)
            {
                _servers.Add(name, server);
            }
        }
    }

    /// <summary>
    /// One of the servers: <c>Implicit</c> and <c>StartTls</c> are encrypted so, <c>Elsewhere</c> is encrypted from the first byte with a certificate for
    /// another name, <c>Open</c> likewise with its own and without a sign-in.
    /// </summary>
    public MailCatcher Server(string name) => _servers[name];

    public async Task DisposeAsync() => await Task.WhenAll(_servers.Values.Select(server => server.DisposeAsync().AsTask()));

    public void Dispose()
    {
        _authority.Dispose();
        _stranger.Dispose();
        _http.Dispose();
        _folder.Dispose();
    }

    private static string[] Certificate((string Certificate, string Key) files) => ["--incoming-cert", files.Certificate, "--incoming-key", files.Key];

    private EmulatorKind<MailCatcher> Kind(string name, string script, string[] arguments)
    {
        var folder = new EmulatorFolder(_folder.Path, name);
        return new EmulatorKind<MailCatcher>(
            name,
            folder,
            script,
            [.. arguments, "--silent", "--ip", Loopback, "--web-ip", Loopback, "--smtp", "0", "--web", "0", "--mail-directory", folder.Data],
            Ports: 2,
            owned => new MailCatcher(Loopback, owned.Ports[0], new Uri($"http://{Loopback}:{owned.Ports[1]}/"), _http, owned),
            (mail, token) => mail.ListAsync(token),
            mail => $"smtp://{Loopback}:{mail.SmtpPort}");
    }
}

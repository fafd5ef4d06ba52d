using PuppeteerSharp;
using PuppeteerSharp.Media;

namespace NewsAlerts.EndToEnd.Given;

/// <summary>An installed Chromium, headless, with a profile of its own that goes with it.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    // Nothing but what the test opens: no update, no first run, no call home, no proxy.
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--no-proxy-server", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly TemporaryFolder _profile;
    private readonly IBrowser _browser;

    private Chromium(TemporaryFolder profile, IBrowser browser) => (_profile, _browser) = (profile, browser);

    public static async Task<Chromium> StartAsync()
    {
        var found = Installed();
        Skip.If(found is null, "No Chromium is installed (chromium, chromium-browser or google-chrome in PATH).");
        var profile = new TemporaryFolder();
        var browser = await Puppeteer.LaunchAsync(new LaunchOptions { ExecutablePath = found, Headless = true, UserDataDir = profile.Path, Args = Arguments, Timeout = 120_000 });
        return new Chromium(profile, browser);
    }

    /// <summary>An empty tab, as wide as a phone unless said otherwise.</summary>
    public async Task<IPage> OpenAsync(Uri address, int width = 360, bool dark = false)
    {
        var page = await _browser.NewPageAsync();
        page.DefaultTimeout = 60_000;
        await page.SetViewportAsync(new ViewPortOptions { Width = width, Height = 740, DeviceScaleFactor = 2 });
        await page.EmulateMediaFeaturesAsync([new MediaFeatureValue { MediaFeature = MediaFeature.PrefersColorScheme, Value = dark ? "dark" : "light" }]);
        await page.GoToAsync(address.AbsoluteUri);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _profile.Dispose();
    }

    private static string? Installed() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);
}

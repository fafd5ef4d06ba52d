using Moq;
using NewsAlerts.Local.Commands;
using NewsAlerts.Routing;
using NewsAlerts.Tests.Local.Given;

namespace NewsAlerts.Tests.Local.Commands;

public sealed class ForbiddenAddressTests : IDisposable
{
    private const string NoHttp = "The URL must be https. Webhooks__AllowInsecure=true allows http, for development.";
    private const string Inside = "The URL leads to an address that requests may not reach: private, local or reserved.";
    private const string ThisMachine = $"{Inside} Webhooks__AllowLoopback=true allows this machine, for development.";

    private readonly GivenCommandLine _given = new();

    public static TheoryData<string, string[], string> NeverPostedTo => new()
    {
        { "--webhook", ["--webhook", "http://example.org/hook"], NoHttp },
        { "--slack", ["--slack", "http://localhost:5080/token"], NoHttp },
        { "--notice-to", ["--email", "me@example.org", "--notice-to", "http://example.org/hook"], NoHttp },
        { "--webhook", ["--webhook", "https://localhost/hook"], ThisMachine },
        { "--webhook", ["--webhook", "https://127.0.0.1:8443/hook"], ThisMachine },
        { "--slack", ["--slack", "https://localhost:5080/token"], ThisMachine },
        { "--notice-to", ["--email", "me@example.org", "--notice-to", "https://localhost/hook"], ThisMachine },
        { "--webhook", ["--webhook", "https://10.0.0.7/hook"], Inside },
        { "--webhook", ["--webhook", "https://intranet/hook"], Inside },
        { "--webhook", ["--webhook", "https://example.org:25/hook"], "The URL's port belongs to another protocol: use 443, or one from 1024 on." },
    };

    [Theory]
    [MemberData(nameof(NeverPostedTo))]
    public async Task What_could_never_be_posted_to_is_refused_at_once_with_the_setting_that_allows_it(string option, string[] arguments, string why)
    {
        Assert.Equal(ExitCodes.Failed, await _given.RunAsync(["subscriptions", "add", "--name", "Site", .. arguments]));

        Assert.Equal($"✗ {option} is not usable. {why}", _given.Error.Trim());
        _given.Subscriptions.Verify(one => one.AddAsync(It.IsAny<Subscription>(), It.IsAny<DateTimeOffset?>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    [Theory]
    [InlineData("--webhook", "http://example.org/hook", "Webhooks:AllowInsecure")]
    [InlineData("--webhook", "https://localhost/hook", "Webhooks:AllowLoopback")]
    [InlineData("--slack", "http://localhost:5080/token", "Webhooks:AllowInsecure", "Webhooks:AllowLoopback")]
    public async Task Those_settings_allow_it(string option, string url, params string[] settings)
    {
        Array.ForEach(settings, setting => _given.Settings[setting] = "true");

        Assert.Equal(ExitCodes.Ok, await _given.RunAsync("subscriptions", "add", "--name", "Site", option, url));

        _given.Subscriptions.Verify(one => one.AddAsync(It.IsAny<Subscription>(), It.IsAny<DateTimeOffset?>(), It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task This_machine_and_no_other_of_the_inside_is_allowed()
    {
        _given.Settings["Webhooks:AllowLoopback"] = "true";

        Assert.Equal(ExitCodes.Failed, await _given.RunAsync("subscriptions", "add", "--name", "Site", "--webhook", "https://10.0.0.7/hook"));
    }

    public void Dispose() => _given.Dispose();
}

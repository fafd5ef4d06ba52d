using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using Moq;
using NewsAlerts.Adapters.Email;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Routing;
using NewsAlerts.Sweeping;
using NewsAlerts.Tests.Adapters.Templates;
using NewsAlerts.Tests.Given;

namespace NewsAlerts.Tests.Adapters.Email;

/// <summary>Mails sent through the real channel to a scripted server.</summary>
internal static class Mailing
{
    public const string Reader = "reader@brackwater.example";

    public static MimeMessage Read(ScriptedSmtpServer server) =>
        MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(server.Message!)));

    public static Task<SendOutcome> SendAsync(
        ScriptedSmtpServer server,
        Dictionary<string, string?>? settings = null,
        Digest? digest = null,
        string to = Reader,
        FakeTimeProvider? time = null,
        CancellationToken cancellationToken = default) => SendAsync(server.Port, settings, digest, to, time, cancellationToken);

    public static async Task<SendOutcome> SendAsync(
        int port,
        Dictionary<string, string?>? settings = null,
        Digest? digest = null,
        string to = Reader,
        FakeTimeProvider? time = null,
        CancellationToken cancellationToken = default)
    {
        using var provider = Provider(new(settings ?? []) { ["Email:Port"] = port.ToString(CultureInfo.InvariantCulture) }, time);
        var subscription = GivenDigest.SubscribedTo(new Channel.Email(to));
        var channel = provider.GetServices<IDeliveryChannel>().Single(channel => channel.Serves(subscription.Channel));
        return await channel.SendAsync(digest ?? GivenDigest.OfHarbourNews().Build(), subscription, cancellationToken);
    }

    public static ServiceProvider Provider(Dictionary<string, string?> settings, FakeTimeProvider? time = null, InMemoryTemplates? templates = null) => new ServiceCollection()
        .AddLogging()
        .AddSingleton<TimeProvider>(time ?? new FakeTimeProvider())
        .AddSingleton<ITemplates>(templates ?? new InMemoryTemplates())
        .AddSingleton(Mock.Of<IFailures>())
        .AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>()
        .AddEmail(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
        .BuildServiceProvider();
}

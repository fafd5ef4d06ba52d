using System.Globalization;
using System.Net;
using System.Net.Sockets;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Routing;
using NewsAlerts.Sweeping;

namespace NewsAlerts.EndToEnd.Pipeline;

/// <summary>The mail server is ours, one for all readers: what it cannot do is no reader's doing.</summary>
[Collection(EmulatorFixture.Collection)]
public sealed class MailOutageTests(EmulatorFixture emulators, SecureMail mail) : IClassFixture<SecureMail>
{
    private readonly string _reader = $"{EmulatorFixture.NewPrefix()}@example.com";

    [SkippableTheory]
    [InlineData("away")]
    [InlineData("sign-in refused")]
    [InlineData("not believed")]
    public async Task A_mail_server_that_is_out_for_days_disables_none_of_its_readers(string outage)
    {
        await using var setup = await TestPipeline.StartAsync(emulators);
        await using var host = setup.AnotherHost(emulators, with: null, Settings(outage));
        var subscription = await host.SubscribeAsync(new Channel.Email(_reader));
        await host.DropAsync("a.txt", Texts.Article(1));
        await host.DrainAsync();
        await host.SendDigestsAsync();
        var waiting = await LedgerAsync(host, subscription);
        Assert.Equal((DeliveryState.Pending, 1), (waiting.State, waiting.Attempts));

        // Each of these is an attempt, the last one longer after the first than a destination may fail.
        foreach (var days in (double[])[0.5, 2, 2.75])
        {
            host.Time.Advance(TimeSpan.FromDays(days));
            await DeliverAsync(host, waiting.DigestId);
        }

        Assert.Equal((DeliveryState.Pending, 4), ((await LedgerAsync(host, subscription)).State, (await LedgerAsync(host, subscription)).Attempts));
        Assert.Equal(Standing.Active, (await host.Get<ISubscriptions>().FindAsync(subscription.Id, CancellationToken.None))!.Standing);
        Assert.Empty(await host.Get<IFailures>().ListAsync(CancellationToken.None).ToListAsync());

        await using var mended = host.AnotherHost(emulators);
        host.Time.Advance(TimeSpan.FromHours(3));
        await DeliverAsync(mended, waiting.DigestId);
        Assert.Equal(DeliveryState.Sent, (await LedgerAsync(host, subscription)).State);
        Assert.Single(await emulators.Mail.ListAsync(CancellationToken.None), one => one.To.Any(to => to.Address == _reader));
    }

    private (string, string)[] Settings(string outage) => outage switch
    {
        "away" => [("Email:Port", UnusedPort())],
        "sign-in refused" => Secure("wr0ng", mail.Authority),
        _ => Secure(SecureMail.Password, mail.Stranger),
    };

    private (string, string)[] Secure(string password, string authority) =>
    [
        ("Email:Host", mail.Server("Implicit").SmtpHost),
        ("Email:Port", mail.Server("Implicit").SmtpPort.ToString(CultureInfo.InvariantCulture)),
        ("Email:Tls", "Implicit"),
        ("Email:CertificateAuthority", authority),
        ("Email:UserName", SecureMail.User),
        ("Email:Password", password),
    ];

    private static string UnusedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }

    private static Task DeliverAsync(TestPipeline host, DigestId id) =>
        host.Get<DigestDeliverer>().DeliverAsync(new DeliverRequest(id), CancellationToken.None);

    private static async Task<Delivery> LedgerAsync(TestPipeline host, Subscription subscription) =>
        await host.Get<IDeliveries>().ListAsync(subscription.Id, CancellationToken.None).SingleAsync();
}

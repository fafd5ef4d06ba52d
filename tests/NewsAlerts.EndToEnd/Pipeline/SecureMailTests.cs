using System.Globalization;
using System.Text.Json;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Local.Emulators;
using NewsAlerts.Routing;
using NewsAlerts.Sweeping;

namespace NewsAlerts.EndToEnd.Pipeline;

/// <summary>Mail servers that want encryption and a sign-in: what they get, and that nothing is lost while the settings are wrong.</summary>
[Collection(EmulatorFixture.Collection)]
public sealed class SecureMailTests(EmulatorFixture emulators, SecureMail mail) : IClassFixture<SecureMail>, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _reader = $"{EmulatorFixture.NewPrefix()}@example.com";

    public void Dispose() => _folder.Dispose();

    [SkippableTheory]
    [InlineData("Implicit", "Implicit")]
    [InlineData("StartTls", "StartTls")]
    [InlineData("StartTls", "StartTlsWhenAvailable")]
    public async Task A_digest_is_mailed_over_an_encrypted_connection_after_signing_in(string server, string tls)
    {
        await using var host = await TestPipeline.StartAsync(emulators, Settings(server, ("Tls", tls)));
        var delivery = await SendAsync(host);

        Assert.Equal((DeliveryState.Sent, 1), (delivery.State, delivery.Attempts));
        Assert.Equal($"<{delivery.DigestId}@localhost>", Assert.Single(await ReceivedAsync(server)).Header("message-id"));
    }

    [SkippableTheory]
    [InlineData("Implicit", "CertificateAuthority", "", "its certificate comes from no authority that is trusted here. One of your own goes into Email:CertificateAuthority.")]
    [InlineData("StartTls", "CertificateAuthority", "stranger", "its certificate comes from none of the authorities of Email:CertificateAuthority.")]
    [InlineData("Elsewhere", null, null, "its certificate is for another name than Email:Host.")]
    [InlineData("Implicit", "Password", "wr0ng", "The mail server does not accept Email:UserName and Email:Password.")]
    [InlineData("StartTls", "UserName", null, "The mail server wants a sign-in: set Email:UserName and Email:Password.")]
    [InlineData("Open", null, null, "The mail server offers no sign-in, so the password was not sent.")]
    public async Task What_is_wrong_is_said_and_the_digest_waits_until_it_is_mended(string server, string? wrong, string? value, string expected)
    {
        var settings = wrong switch
        {
            "CertificateAuthority" => Settings(server, (wrong, value == "stranger" ? mail.Stranger : "")),
            "UserName" => Settings(server, ("UserName", ""), ("Password", "")),
            null => Settings(server),
            _ => Settings(server, (wrong, value!)),
        };
        await using var host = await TestPipeline.StartAsync(emulators, settings);
        var waiting = await SendAsync(host);

        Assert.Equal((DeliveryState.Pending, 1), (waiting.State, waiting.Attempts));
        Assert.Contains(expected, waiting.LastError, StringComparison.Ordinal);
        Assert.Empty(await ReceivedAsync(server));

        var (exitCode, output, errors) = await DoctorAsync(host, settings);
        Assert.Equal(1, exitCode);
        var found = Assert.Single(JsonDocument.Parse(output).RootElement.GetProperty("checks").EnumerateArray(), check => check.GetProperty("check").GetString() == "mail server");
        Assert.Equal("problem", found.GetProperty("verdict").GetString());
        Assert.Contains(expected, found.GetProperty("seen").GetString(), StringComparison.Ordinal);
        Assert.Contains("Email__CertificateAuthority, Email__UserName, Email__Password and Email__From.", found.GetProperty("remedy").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain(SecureMail.Password, output + errors, StringComparison.Ordinal);

        var mended = server is "Elsewhere" or "Open" ? "Implicit" : server;
        await using var next = host.AnotherHost(emulators, with: null, Settings(mended));
        next.Time.Advance(TimeSpan.FromMinutes(1));
        await next.Get<DigestDeliverer>().DeliverAsync(new DeliverRequest(waiting.DigestId), CancellationToken.None);
        Assert.Equal($"<{waiting.DigestId}@localhost>", Assert.Single(await ReceivedAsync(mended)).Header("message-id"));
    }

    [SkippableFact]
    public async Task A_doctor_finds_a_server_well_that_takes_the_sign_in_and_an_authority_given_as_text()
    {
        await using var host = await TestPipeline.StartAsync(emulators);

        var (exitCode, output, errors) = await DoctorAsync(host, Settings("StartTls", ("CertificateAuthority", await File.ReadAllTextAsync(mail.Authority))));

        Assert.True(exitCode == 0, output + errors);
        Assert.Contains("answers, encrypted, signed in, and takes the sender; no mail was sent", output, StringComparison.Ordinal);
    }

    private (string, string)[] Settings(string server, params (string Key, string Value)[] changed)
    {
        var settings = new Dictionary<string, string>
        {
            ["Host"] = mail.Server(server).SmtpHost,
            ["Port"] = mail.Server(server).SmtpPort.ToString(CultureInfo.InvariantCulture),
            ["Tls"] = server == "StartTls" ? "StartTls" : "Implicit",
            ["CertificateAuthority"] = mail.Authority,
            ["UserName"] = SecureMail.User,
            ["Password"] = SecureMail.Password,
        };
        foreach (var (key, value) in changed)
        {
            settings[key] = value;
        }

        return [.. settings.Select(setting => ($"Email:{setting.Key}", setting.Value))];
    }

    /// <summary>A digest of one article for the reader, as it stands in the ledger after the first attempt.</summary>
    private async Task<Delivery> SendAsync(TestPipeline host)
    {
        var subscription = await host.SubscribeAsync(new Channel.Email(_reader));
        await host.DropAsync("a.txt", Texts.Article(1));
        await host.DrainAsync();
        await host.SendDigestsAsync();
        return await host.Get<IDeliveries>().ListAsync(subscription.Id, CancellationToken.None).SingleAsync();
    }

    private async Task<IReadOnlyList<CaughtMail>> ReceivedAsync(string server) =>
        [.. (await mail.Server(server).ListAsync(CancellationToken.None)).Where(one => one.To.Any(to => to.Address == _reader))];

    private Task<(int ExitCode, string Output, string Errors)> DoctorAsync(TestPipeline host, (string Key, string Value)[] settings) => Command.RunAsync(
        _folder.Path,
        [("Storage", host.Account), .. settings.Select(setting => (setting.Key.Replace(":", "__", StringComparison.Ordinal), setting.Value))],
        "doctor",
        "--json");
}

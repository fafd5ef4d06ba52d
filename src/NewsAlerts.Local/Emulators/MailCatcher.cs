using System.Collections.Immutable;
using System.Net.Http.Json;
using System.Text.Json.Serialization;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace NewsAlerts.Local.Emulators;

/// <summary>A running mail server: MailDev, which keeps every mail and shows it in a browser, or any that was found. Disposing it stops it if we started it.</summary>
public sealed class MailCatcher : IAsyncDisposable
{
    private readonly OwnedEmulator? _owned;
    private readonly HttpMessageInvoker _http;

    internal MailCatcher(string smtpHost, int smtpPort, Uri? inbox, HttpMessageInvoker http, OwnedEmulator? owned)
    {
        (SmtpHost, SmtpPort, Inbox) = (smtpHost, smtpPort, inbox);
        _http = http;
        _owned = owned;
    }

    /// <summary>Where it takes mail, without TLS and without a login.</summary>
    public string SmtpHost { get; }

    /// <summary>The port of <see cref="SmtpHost"/>.</summary>
    public int SmtpPort { get; }

    /// <summary>The web inbox; <see langword="null"/> for a mail server that was found and is no MailDev.</summary>
    public Uri? Inbox { get; }

    /// <summary>Whether we started it, and will stop it.</summary>
    public bool IsOurs => _owned is not null;

    /// <summary>Completes when the process that we started has ended; never for one that was found.</summary>
    public Task Exited => _owned?.Exited ?? Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, CancellationToken.None);

    /// <summary>The mails so far, oldest first.</summary>
    /// <exception cref="InvalidOperationException">There is no <see cref="Inbox"/> to look into.</exception>
    /// <exception cref="HttpRequestException">It does not answer.</exception>
    public async Task<ImmutableArray<CaughtMail>> ListAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(InboxOrThrow(), "email"));
        using var response = await _http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync(CaughtMailJson.Default.ImmutableArrayCaughtMail, cancellationToken);
    }

    /// <summary>The page that shows a mail.</summary>
    /// <exception cref="InvalidOperationException">There is no <see cref="Inbox"/>.</exception>
    public Uri LinkTo(CaughtMail mail) => new(InboxOrThrow(), "#/email/" + mail.Id);

    /// <summary>Stops it if it is ours. The mails stay in its folder.</summary>
    public ValueTask DisposeAsync() => _owned?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Asks both sides: the inbox, then the mail server.</summary>
    internal async Task ProbeAsync(CancellationToken cancellationToken)
    {
        await ListAsync(cancellationToken);
        await ProbeSmtpAsync(cancellationToken);
    }

    /// <summary>Reads the banner, says hello and goodbye.</summary>
    internal async Task ProbeSmtpAsync(CancellationToken cancellationToken)
    {
        using var smtp = new SmtpClient();
        await smtp.ConnectAsync(SmtpHost, SmtpPort, SecureSocketOptions.None, cancellationToken);
        await smtp.DisconnectAsync(quit: true, cancellationToken);
    }

    private Uri InboxOrThrow() =>
        Inbox ?? throw new InvalidOperationException($"The mail server at {SmtpHost}:{SmtpPort} has no web inbox.");
}

/// <summary>A mail as MailDev's <c>GET /email</c> shows it.</summary>
/// <param name="Id">MailDev's own name for it.</param>
/// <param name="Subject">Decoded.</param>
/// <param name="To">The To header's addresses.</param>
/// <param name="Text">The plain text alternative.</param>
/// <param name="Html">The HTML alternative.</param>
/// <param name="Headers">Names in lower case. A header that occurs more than once is an array.</param>
public sealed record CaughtMail(
    string Id,
    string? Subject,
    ImmutableArray<CaughtMailAddress> To,
    string? Text,
    string? Html,
    ImmutableDictionary<string, System.Text.Json.JsonElement> Headers)
{
    /// <summary>A header's value as text; <see langword="null"/> when it has none.</summary>
    public string? Header(string name) =>
        Headers.TryGetValue(name.ToLowerInvariant(), out var value) ? value.ToString() : null;
}

/// <param name="Address">Such as <c>reader@example.com</c>.</param>
/// <param name="Name">The display name, may be empty.</param>
public sealed record CaughtMailAddress(string Address, string? Name);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ImmutableArray<CaughtMail>))]
internal sealed partial class CaughtMailJson : JsonSerializerContext;

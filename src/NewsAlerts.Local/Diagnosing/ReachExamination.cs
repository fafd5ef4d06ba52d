using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsAlerts.Adapters.Email;
using NewsAlerts.Adapters.Http;
using NewsAlerts.Adapters.Storage;
using NewsAlerts.Web.Readers;

namespace NewsAlerts.Local.Diagnosing;

/// <summary>Looks at the ways to readers: the mail server, the pages that mails link to, what webhooks may reach.</summary>
internal static class ReachExamination
{
    private static readonly TimeSpan PageTimeout = TimeSpan.FromSeconds(10);

    public static IEnumerable<Examination> Of(IServiceProvider services)
    {
        yield return Examination.Of("mail server", stop => LookAtMailAsync(services, stop), "Check Email__Host, Email__Port and Email__Tls.");
        yield return Examination.Of("reader pages", stop => LookAtPagesAsync(services, stop), "Check Web__BaseUrl, and that it leads to this installation's host.");
        yield return Examination.Of("webhooks", _ => Task.FromResult(LookAtWebhooks(services)), "Check the section Webhooks.");
    }

    private static bool IsLocal(IServiceProvider services) => services.GetRequiredService<StorageProbe>().Endpoint.IsLoopback;

    private static async Task<Finding> LookAtMailAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        const string check = "mail server";
        if (services.GetRequiredService<IConfiguration>()["Email:Host"] is not { Length: > 0 })
        {
            return IsLocal(services)
                ? Finding.Ok(check, "none is configured: `newsalerts run` catches mails on this machine")
                : Finding.Warning(check, "none is configured for this command, so none was tried", "Where the hosts have one, give this command the same Email__ settings to try it.");
        }

        var probe = services.GetRequiredService<MailProbe>();
        var result = await probe.TryAsync(cancellationToken);
        if (result.Error is { } error)
        {
            return Finding.Problem(check, error, "Check Email__Host, Email__Port, Email__Tls, Email__CertificateAuthority, Email__UserName, Email__Password and Email__From. Mails wait and are tried again.");
        }

        var seen = $"{probe.Server} answers, {(result.IsEncrypted ? "encrypted" : "in the clear")}, {(result.IsSignedIn ? "signed in" : "without signing in")}, and takes the sender; no mail was sent";
        return result.IsEncrypted || IPAddress.TryParse(probe.Server.Split(':')[0], out var address) && IPAddress.IsLoopback(address) || probe.Server.StartsWith("localhost:", StringComparison.Ordinal)
            ? Finding.Ok(check, seen)
            : Finding.Warning(check, seen, "Set Email__Tls to StartTls or Implicit: anybody on the way can read the mails.");
    }

    /// <summary>Asks for a page with a token that is none: the answer of ours is 400.</summary>
    private static async Task<Finding> LookAtPagesAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        const string check = "reader pages";
        if (services.GetRequiredService<IOptions<WebOptions>>().Value.BaseUrl is not { } address)
        {
            return IsLocal(services)
                ? Finding.Ok(check, "no public address is configured: `newsalerts run` uses its own")
                : Finding.Warning(check, "Web__BaseUrl is not set for this command", "Where the hosts have none either, mails carry no links to unsubscribe, and nobody can be asked to confirm.");
        }

        if (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback)
        {
            return Finding.Warning(check, $"{address.GetLeftPart(UriPartial.Authority)} is not https", "Serve the pages by https: tokens are readable on the way, and mail programs offer no one-click (RFC 8058).");
        }

        using var client = new HttpMessageInvoker(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = PageTimeout });
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{address.AbsoluteUri.TrimEnd('/')}/{ReaderLinks.UnsubscribePath}/doctor");
        try
        {
            using var answer = await client.SendAsync(request, cancellationToken);
            return answer.StatusCode is HttpStatusCode.BadRequest
                ? Finding.Ok(check, $"{address.GetLeftPart(UriPartial.Authority)} answers as ours do")
                : Finding.Problem(check, $"{address.GetLeftPart(UriPartial.Authority)} answered {(int)answer.StatusCode} where ours answer 400", "Check Web__BaseUrl, and what is in front of the host.");
        }
        catch (HttpRequestException ex)
        {
            return Finding.Problem(check, $"{address.GetLeftPart(UriPartial.Authority)} does not answer ({ex.HttpRequestError})", "Check Web__BaseUrl, and that a host runs behind it.");
        }
    }

    private static Finding LookAtWebhooks(IServiceProvider services)
    {
        const string check = "webhooks";
        var options = services.GetRequiredService<IOptions<WebhookOptions>>().Value;
        List<string> open =
        [
            .. options.AllowInsecure ? ["by http (Webhooks__AllowInsecure)"] : Array.Empty<string>(),
            .. options.AllowLoopback ? ["on this machine (Webhooks__AllowLoopback)"] : Array.Empty<string>(),
        ];
        return open.Count == 0
            ? Finding.Ok(check, "public addresses by https only")
            : IsLocal(services)
                ? Finding.Ok(check, $"receivers are also called {string.Join(" and ", open)}, as for trying out")
                : Finding.Warning(check, $"receivers are also called {string.Join(" and ", open)}", "Take that away outside development: it lets a subscription reach what is not meant for it.");
    }
}

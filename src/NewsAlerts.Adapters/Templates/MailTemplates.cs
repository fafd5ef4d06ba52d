using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsAlerts.Delivering;
using NewsAlerts.Sweeping;
using NewsAlerts.Web.Mail;

namespace NewsAlerts.Adapters.Templates;

/// <summary>
/// Fills in the operator's templates. A mail is never late or lost for one: a template that is broken (it does not parse, names what does not
/// exist, takes too long, makes too much or nothing) is listed as a failure, once a version, and left alone until it is changed.
/// </summary>
internal sealed partial class MailTemplates(
    TemplateShelf shelf, IFailures failures, IOptions<TemplateOptions> options, TimeProvider time, ILogger<MailTemplates> logger)
{
    private readonly ConcurrentDictionary<string, string> _broken = [];
    private readonly ConcurrentDictionary<string, string> _sound = [];

    /// <summary>What the template of that kind makes of a digest; null where there is none, or a broken one: then the built-in look is used.</summary>
    /// <param name="kind">What is asked for.</param>
    /// <param name="digest">The digest.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<string?> TryRenderAsync(TemplateKind kind, DigestView digest, CancellationToken cancellationToken)
    {
        if (!(await shelf.AllAsync(cancellationToken)).TryGetValue(kind, out var shelved) || IsKnown(_broken, shelved))
        {
            return null;
        }

        try
        {
            var template = shelved.Template ?? throw new TemplateException(shelved.Fault!);

            // On a thread of its own: it cannot be interrupted, only run out of time.
            var made = await Task.Run(() => template.Render(digest, options.Value.Timeout, time), cancellationToken);
            if (!IsKnown(_sound, shelved))
            {
                _sound[kind.Name] = shelved.Stored.Version;
                await failures.RemoveAsync(Stages.Deliver, TemplateFailure.KeyOf(kind.Name), cancellationToken);
            }

            return made;
        }
        catch (TemplateOutputException) when (FitsOrdinaryNews(shelved))
        {
            // An article with texts of the greatest lengths is no fault of the template's.
            Log.TooMuch(logger, kind.Name, digest.Footer.Reference);
            return null;
        }
        catch (TemplateException ex)
        {
            await ReportAsync(shelved, ex.Message, cancellationToken);
            return null;
        }
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            Log.Unexpected(logger, kind.Name, ex);
            await ReportAsync(shelved, $"It ended with {ex.GetType().Name}.", cancellationToken);
            return null;
        }
    }

    private bool FitsOrdinaryNews(ShelvedTemplate shelved)
    {
        try
        {
            shelved.Template!.Render(SampleDigests.One, options.Value.Timeout, time);
            return true;
        }
        catch (TemplateException)
        {
            return false;
        }
    }

    private static bool IsKnown(ConcurrentDictionary<string, string> versions, ShelvedTemplate shelved) =>
        versions.TryGetValue(shelved.Stored.Name, out var version) && version == shelved.Stored.Version;

    private async Task ReportAsync(ShelvedTemplate shelved, string fault, CancellationToken cancellationToken)
    {
        _broken[shelved.Stored.Name] = shelved.Stored.Version;
        Log.Broken(logger, shelved.Stored.Name, shelved.Stored.Version, fault);
        await failures.AddAsync(TemplateFailure.Of(shelved.Stored, fault, time.GetUtcNow()), cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The template {Name}, version {Version}, is broken, and mails look as built in until it is changed: {Fault}")]
        public static partial void Broken(ILogger logger, string name, string version, string fault);

        [LoggerMessage(3, LogLevel.Warning, "The template {Name} made too much of {Reference}, which looks as built in.")]
        public static partial void TooMuch(ILogger logger, string name, string reference);

        [LoggerMessage(2, LogLevel.Error, "The template {Name} ended unexpectedly.")]
        public static partial void Unexpected(ILogger logger, string name, Exception exception);
    }
}

using Azure;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsAlerts.Delivering;

namespace NewsAlerts.Adapters.Templates;

/// <summary>
/// The templates of the container, compiled, each version once. They are listed again when <see cref="TemplateOptions.RefreshAfter"/> is over, by
/// one caller while the others go on with what is there; where storage does not answer, so do all.
/// </summary>
internal sealed partial class TemplateShelf(ITemplates store, IOptions<TemplateOptions> options, TimeProvider time, ILogger<TemplateShelf> logger) : IDisposable
{
    private readonly SemaphoreSlim _refreshing = new(1);
    private readonly TemplateOptions _options = options.Value;
    private volatile Shelf? _shelf;

    /// <summary>What is in the container, by kind.</summary>
    public async Task<IReadOnlyDictionary<TemplateKind, ShelvedTemplate>> AllAsync(CancellationToken cancellationToken)
    {
        var shelf = _shelf;
        if (shelf is not null && (time.GetElapsedTime(shelf.Read) < _options.RefreshAfter || !_refreshing.Wait(0, CancellationToken.None)))
        {
            return shelf.Templates;
        }

        if (shelf is null)
        {
            await _refreshing.WaitAsync(cancellationToken);
        }

        try
        {
            // Whoever waited for the first reading finds it done.
            return (_shelf is { } done && done != shelf ? done : _shelf = await ReadAsync(shelf, cancellationToken)).Templates;
        }
        finally
        {
            _refreshing.Release();
        }
    }

    public void Dispose() => _refreshing.Dispose();

    private async Task<Shelf> ReadAsync(Shelf? last, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        try
        {
            var templates = new Dictionary<TemplateKind, ShelvedTemplate>();
            await foreach (var stored in store.ListAsync(cancellationToken))
            {
                if (TemplateKind.Find(stored.Name) is { } kind)
                {
                    templates[kind] = last?.Templates.GetValueOrDefault(kind) is { } known && known.Stored.Version == stored.Version
                        ? known
                        : await CompileAsync(kind, stored, cancellationToken);
                }
            }

            return new Shelf(began, templates);
        }
        catch (Exception ex) when (ex is RequestFailedException or IOException or AggregateException)
        {
            Log.NotRead(logger, ex);
            return new Shelf(began, last?.Templates ?? new Dictionary<TemplateKind, ShelvedTemplate>());
        }
    }

    private async Task<ShelvedTemplate> CompileAsync(TemplateKind kind, StoredTemplate stored, CancellationToken cancellationToken)
    {
        try
        {
            return new ShelvedTemplate(stored, MailTemplate.Compile(kind, await TextAsync(stored, cancellationToken)), Fault: null);
        }
        catch (TemplateException ex)
        {
            return new ShelvedTemplate(stored, Template: null, ex.Message);
        }
    }

    private async Task<string> TextAsync(StoredTemplate stored, CancellationToken cancellationToken) =>
        stored.Bytes > _options.MaxBytes
            ? throw new TemplateException($"It has {stored.Bytes:N0} bytes; the most is {_options.MaxBytes:N0} ({TemplateOptions.Section}__{nameof(TemplateOptions.MaxBytes)}).")
            : await store.ReadAsync(stored, cancellationToken) ?? throw new TemplateException("It is not UTF-8 text, or was changed while it was read.");

    private sealed record Shelf(long Read, IReadOnlyDictionary<TemplateKind, ShelvedTemplate> Templates);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The templates could not be read; mails look as they did before.")]
        public static partial void NotRead(ILogger logger, Exception exception);
    }
}

/// <summary>A template of the container.</summary>
/// <param name="Stored">Which version.</param>
/// <param name="Template">It, compiled; null where it is broken.</param>
/// <param name="Fault">What is wrong with it; null where nothing is known to be.</param>
internal sealed record ShelvedTemplate(StoredTemplate Stored, MailTemplate? Template, string? Fault);

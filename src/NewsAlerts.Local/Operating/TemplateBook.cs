using NewsAlerts.Adapters.Templates;
using NewsAlerts.Delivering;
using NewsAlerts.Local.Commands;
using NewsAlerts.Sweeping;

namespace NewsAlerts.Local.Operating;

/// <summary>What an operator does with templates.</summary>
internal sealed class TemplateBook(ITemplates store, TemplateCheck check, IFailures failures)
{
    /// <summary>Every kind of template, with what is in the container for it, and then what is there under any other name.</summary>
    public async Task<IReadOnlyList<TemplateState>> ListAsync(CancellationToken cancellationToken)
    {
        var stored = await store.ListAsync(cancellationToken).ToListAsync(cancellationToken);
        var states = new List<TemplateState>();
        foreach (var kind in TemplateKind.All)
        {
            var mine = stored.Find(one => one.Name == kind.Name);
            states.Add(new TemplateState(kind.Name, kind, mine, mine is null ? null : await FaultAsync(kind, mine, cancellationToken)));
        }

        states.AddRange(stored.Where(one => TemplateKind.Find(one.Name) is null).Select(one => new TemplateState(one.Name, null, one, $"Nothing has that name. {Names}")));
        return states;
    }

    /// <summary>Puts a file there if it is sound; what is wrong with it otherwise.</summary>
    public async Task<string?> PutAsync(TemplateKind kind, string text, CancellationToken cancellationToken)
    {
        if (check.FaultOf(kind, text) is { } fault)
        {
            return fault;
        }

        await store.WriteAsync(kind.Name, text, cancellationToken);
        await ForgetAsync(kind, cancellationToken);
        return null;
    }

    /// <summary>Goes back to the built-in look; false where there was no template.</summary>
    public async Task<bool> RemoveAsync(TemplateKind kind, CancellationToken cancellationToken)
    {
        var removed = await store.RemoveAsync(kind.Name, cancellationToken);
        await ForgetAsync(kind, cancellationToken);
        return removed;
    }

    /// <summary>Reads a template's file; its name says what it is.</summary>
    /// <exception cref="CommandException">It has another name, or cannot be read.</exception>
    public static async Task<(TemplateKind Kind, string Text)> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var kind = TemplateKind.Find(Path.GetFileName(path)) ?? throw new CommandException($"'{path}' is not named as a template is. {Names}");
        try
        {
            return (kind, await File.ReadAllTextAsync(path, cancellationToken));
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"'{path}' cannot be read: {ex.Message}");
        }
    }

    private static string Names => $"Templates are called {string.Join(", ", TemplateKind.All.Select(kind => kind.Name))}.";

    private async Task<string?> FaultAsync(TemplateKind kind, StoredTemplate stored, CancellationToken cancellationToken) =>
        await store.ReadAsync(stored, cancellationToken) is { } text ? check.FaultOf(kind, text) : "It is not UTF-8 text.";

    private Task ForgetAsync(TemplateKind kind, CancellationToken cancellationToken) =>
        failures.RemoveAsync(Stages.Deliver, TemplateFailure.KeyOf(kind.Name), cancellationToken);
}

/// <summary>How a template stands.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is for; null where the name means nothing.</param>
/// <param name="Stored">What is in the container; null where the built-in look is used.</param>
/// <param name="Fault">What is wrong with that; null where nothing is.</param>
internal sealed record TemplateState(string Name, TemplateKind? Kind, StoredTemplate? Stored, string? Fault)
{
    /// <summary>"built-in", "overridden", "broken" or "unknown".</summary>
    public string State => (Kind, Stored, Fault) switch
    {
        (null, _, _) => "unknown",
        (_, null, _) => "built-in",
        (_, _, null) => "overridden",
        _ => "broken",
    };
}

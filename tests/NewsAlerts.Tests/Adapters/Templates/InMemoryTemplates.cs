using NewsAlerts.Delivering;

namespace NewsAlerts.Tests.Adapters.Templates;

/// <summary>The container without storage.</summary>
internal sealed class InMemoryTemplates : ITemplates
{
    private readonly Dictionary<string, (StoredTemplate Stored, string Text)> _all = [];
    private int _versions;

    /// <summary>How often it was listed.</summary>
    public int Lists { get; private set; }

    /// <summary>How often a text was read.</summary>
    public int Reads { get; private set; }

    /// <summary>What listing throws, where storage does not answer.</summary>
    public Exception? Trouble { get; set; }

    public void Put(string name, string text) =>
        _all[name] = (new StoredTemplate(name, $"\"v{++_versions}\"", System.Text.Encoding.UTF8.GetByteCount(text), DateTimeOffset.UnixEpoch), text);

    /// <summary>The text of that name; null where there is none.</summary>
    public Task<string?> ReadAllAsync(string name) => Task.FromResult(_all.TryGetValue(name, out var found) ? found.Text : null);

    public async IAsyncEnumerable<StoredTemplate> ListAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        Lists++;
        if (Trouble is not null)
        {
            throw Trouble;
        }

        foreach (var (stored, _) in _all.Values)
        {
            yield return stored;
        }
    }

    public Task<string?> ReadAsync(StoredTemplate template, CancellationToken cancellationToken)
    {
        Reads++;
        return Task.FromResult(_all.TryGetValue(template.Name, out var found) && found.Stored.Version == template.Version ? found.Text : null);
    }

    public Task WriteAsync(string name, string text, CancellationToken cancellationToken)
    {
        Put(name, text);
        return Task.CompletedTask;
    }

    public Task<bool> RemoveAsync(string name, CancellationToken cancellationToken) => Task.FromResult(_all.Remove(name));
}

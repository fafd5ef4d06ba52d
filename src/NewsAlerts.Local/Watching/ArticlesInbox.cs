using Azure;
using NewsAlerts.Ingesting;

namespace NewsAlerts.Local.Watching;

/// <summary>
/// Where what was found is dropped. A local storage account has other ports after a restart: one that does not answer is looked for anew, for the next try.
/// </summary>
/// <param name="originals">The account as it was found first.</param>
/// <param name="openAsync">Finds it again.</param>
internal sealed class ArticlesInbox(IOriginals originals, Func<CancellationToken, Task<IOriginals>> openAsync)
{
    private IOriginals _originals = originals;

    /// <summary>Drops an original.</summary>
    /// <returns>The name that it got.</returns>
    public async Task<string> AddAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        try
        {
            return (await _originals.AddAsync(name, content, cancellationToken)).Name;
        }
        catch (Exception ex) when (ex is RequestFailedException { Status: 0 } or AggregateException)
        {
            _originals = await openAsync(cancellationToken);
            throw;
        }
    }
}

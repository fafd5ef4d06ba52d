namespace NewsAlerts.Delivering;

/// <summary>The container <c>templates</c>: what an operator puts in the place of a built-in look.</summary>
public interface ITemplates
{
    /// <summary>What is there now, whether its name means anything or not.</summary>
    IAsyncEnumerable<StoredTemplate> ListAsync(CancellationToken cancellationToken);

    /// <summary>The text of that version; null where it is gone, changed since, or no UTF-8.</summary>
    Task<string?> ReadAsync(StoredTemplate template, CancellationToken cancellationToken);

    /// <summary>Puts a template there, in the place of one of the same name.</summary>
    Task WriteAsync(string name, string text, CancellationToken cancellationToken);

    /// <summary>Takes a template away; false where there is none of that name.</summary>
    Task<bool> RemoveAsync(string name, CancellationToken cancellationToken);
}

/// <summary>A template in the container.</summary>
/// <param name="Name">The blob's name, such as <c>email.html.hbs</c>.</param>
/// <param name="Version">Changes whenever the template does.</param>
/// <param name="Bytes">How long it is.</param>
/// <param name="Changed">When it was put there.</param>
public sealed record StoredTemplate(string Name, string Version, long Bytes, DateTimeOffset Changed);

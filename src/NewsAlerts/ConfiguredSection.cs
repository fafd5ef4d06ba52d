using Microsoft.Extensions.Options;

namespace NewsAlerts;

/// <summary>A section of the configuration that something reads; every <see cref="ValidatedOptions"/> registers its own.</summary>
/// <param name="Name">The section, such as <c>Deliver</c>.</param>
/// <param name="Keys">What it may hold.</param>
/// <param name="Read">Reads and validates it.</param>
public sealed record ConfiguredSection(string Name, IReadOnlyList<string> Keys, Func<IServiceProvider, object> Read)
{
    /// <summary>What is wrong with it, a sentence each; empty where nothing is.</summary>
    public IReadOnlyList<string> FaultsIn(IServiceProvider services)
    {
        try
        {
            _ = Read(services);
            return [];
        }
        catch (OptionsValidationException ex)
        {
            return [.. ex.Failures];
        }
    }
}

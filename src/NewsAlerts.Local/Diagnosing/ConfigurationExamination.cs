using System.Collections;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.Adapters.Storage;
using NewsAlerts.Local.Commands;

namespace NewsAlerts.Local.Diagnosing;

/// <summary>Holds the configuration that this command sees to what each section may hold, and looks for sections that nothing reads.</summary>
internal static class ConfigurationExamination
{
    private const string Check = "configuration";
    private const string Remedy = "Correct it in the environment or in appsettings.json; docs/configuration.md has every setting.";

    /// <summary>What else may stand in <c>appsettings.json</c>, or be an environment variable of ours.</summary>
    private static readonly string[] Others = [StorageClients.ConnectionName, "ConnectionStrings", "Logging"];

    public static Examination Of(IServiceProvider services) => new(Check, _ => Task.FromResult<IReadOnlyList<Finding>>(Look(services)), Remedy);

    private static List<Finding> Look(IServiceProvider services)
    {
        var sections = services.GetServices<ConfiguredSection>().DistinctBy(section => section.Name).ToList();
        var faults = sections.SelectMany(section => section.FaultsIn(services)).Distinct().Select(fault => Finding.Problem(Check, fault, Remedy)).ToList();
        faults.AddRange(Strangers(services.GetRequiredService<IConfiguration>(), [.. sections.Select(section => section.Name), .. Others]));
        return faults.Count > 0 ? faults : [Finding.Ok(Check, $"{sections.Count} sections, every setting known and in its range")];
    }

    /// <summary>
    /// Names that nothing reads: in our file and with our prefix all of them, elsewhere in the environment those that look like one of ours with a slip in it.
    /// </summary>
    private static IEnumerable<Finding> Strangers(IConfiguration configuration, IReadOnlyList<string> known)
    {
        var ours = (configuration as IConfigurationRoot)?.Providers
            .OfType<Microsoft.Extensions.Configuration.Json.JsonConfigurationProvider>()
            .SelectMany(provider => provider.GetChildKeys([], parentPath: null)) ?? [];
        var variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(variable => (string)variable.Key).ToList();
        var prefixed = variables.Where(name => name.StartsWith(Workplace.Prefix, StringComparison.OrdinalIgnoreCase)).Select(name => Section(name[Workplace.Prefix.Length..]));
        foreach (var name in ours.Concat(prefixed).Distinct(StringComparer.OrdinalIgnoreCase).Except(known, StringComparer.OrdinalIgnoreCase))
        {
            var meant = NearestName.Of(name, known) is { } nearest ? $" Is {nearest} meant?" : "";
            yield return Finding.Problem(Check, $"{name} is not a section.{meant} There are {string.Join(", ", known)}.", Remedy);
        }

        var slips = variables.Where(name => name.Contains("__", StringComparison.Ordinal)).Select(Section).Distinct(StringComparer.OrdinalIgnoreCase);
        foreach (var name in slips.Except(known, StringComparer.OrdinalIgnoreCase))
        {
            if (NearestName.Of(name, known) is { } nearest)
            {
                yield return Finding.Warning(Check, $"The environment has {name}__…, which nothing here reads. Is {nearest}__… meant?", Remedy);
            }
        }
    }

    private static string Section(string variable) => variable.Replace("__", ":", StringComparison.Ordinal).Split(':')[0];
}

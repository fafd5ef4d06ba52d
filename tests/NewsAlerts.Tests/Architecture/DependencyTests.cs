using System.Reflection;
using System.Xml.Linq;

namespace NewsAlerts.Tests.Architecture;

/// <summary>Each project exists to exclude something: docs/architecture.md.</summary>
public sealed class DependencyTests
{
    private static readonly string[] Hosting = ["Microsoft.Extensions.Hosting", "Microsoft.Azure.Functions", "Microsoft.Azure.WebJobs"];
    private static readonly string[] AzureSdk = ["Azure."];
    private static readonly string[] HttpClient = ["System.Net.Http", "Microsoft.Extensions.Http", "System.Net.Sockets"];
    private static readonly string[] Storage = ["Azure.Storage", "Azure.Data.Tables"];

    public static TheoryData<string, string[]> Exclusions => new()
    {
        { "NewsAlerts", [.. Hosting, .. AzureSdk, .. HttpClient, "Microsoft.AspNetCore", "MailKit"] },
        { "NewsAlerts.Web", [.. Hosting, .. AzureSdk, .. HttpClient, "MailKit", "NewsAlerts.Adapters"] },
        { "NewsAlerts.Adapters", Hosting },
        { "NewsAlerts.Local", ["Microsoft.Azure.Functions", "Microsoft.Azure.WebJobs"] },
    };

    [Theory]
    [MemberData(nameof(Exclusions))]
    public void A_project_holds_to_what_it_excludes(string project, string[] excluded)
    {
        var referenced = Assembly.Load(project).GetReferencedAssemblies().Select(reference => reference.Name!);

        Assert.DoesNotContain(referenced, name => excluded.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_core_declares_no_package_that_it_must_not_use()
    {
        var packages = PackagesOf("src/NewsAlerts/NewsAlerts.csproj");

        Assert.NotEmpty(packages);
        Assert.DoesNotContain(packages, name => Hosting.Concat(AzureSdk).Concat(HttpClient).Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_web_project_and_the_core_know_no_storage() =>
        Assert.DoesNotContain(
            PackagesOf("src/NewsAlerts/NewsAlerts.csproj").Concat(PackagesOf("src/NewsAlerts.Web/NewsAlerts.Web.csproj")),
            name => Storage.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)));

    private static List<string> PackagesOf(string project) =>
        [.. XDocument.Load(Repository.PathOf(project)).Descendants("PackageReference").Select(reference => reference.Attribute("Include")!.Value)];
}

using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure.Core.Serialization;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.Adapters;
using NewsAlerts.Adapters.Storage;
using NewsAlerts.Web.Readers;

namespace NewsAlerts.Functions;

/// <summary>Everything that the functions run on.</summary>
public static class FunctionsApp
{
    /// <summary>The configuration that the triggers find the storage account by: <c>Storage</c>, or <c>Storage__blobServiceUri</c> and so on.</summary>
    public const string Connection = StorageClients.ConnectionName;

    public static IServiceCollection AddFunctionsApp(this IServiceCollection services, IConfiguration configuration) => services
        .AddNewsAlerts(configuration)
        .AddNewsAlertsAdapters(configuration)
        .AddReaderPages()
        .Configure<WorkerOptions>(options => options.Serializer = MessageSerializer);

    /// <summary>
    /// Reads queue messages as strictly as the core does. The worker's own serializer would hand a function nulls for what a
    /// message lacks; with this one such a message fails to bind, and ends in the poison queue.
    /// The reflecting resolver comes second, for the worker's own types, which it sends through the same serializer.
    /// </summary>
    internal static ObjectSerializer MessageSerializer { get; } = new JsonObjectSerializer(new JsonSerializerOptions(MessageJson.Default.Options)
    {
        TypeInfoResolver = JsonTypeInfoResolver.Combine(MessageJson.Default, new DefaultJsonTypeInfoResolver()),
    });
}

// What the Functions app uses of the isolated-worker packages, declared by hand for feeds that do not serve them:
// docs/decisions/0003-closed-feeds.md. Nothing but declarations; each names the package and version that it mirrors.

using Azure.Core.Serialization;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;

// Microsoft.Azure.Functions.Worker.Extensions.Abstractions 1.3.0
namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions
{
    [AttributeUsage(AttributeTargets.Method)]
    public abstract class BindingAttribute : Attribute;

    [AttributeUsage(AttributeTargets.Parameter)]
    public abstract class TriggerBindingAttribute : BindingAttribute;
}

namespace Microsoft.Azure.Functions.Worker
{
    // Microsoft.Azure.Functions.Worker.Extensions.Abstractions 1.3.0
    [AttributeUsage(AttributeTargets.Method)]
    public class FunctionAttribute(string name) : Attribute
    {
        public string Name { get; } = name;
    }

    // Microsoft.Azure.Functions.Worker.Core 2.52.0
    public class WorkerOptions
    {
        public ObjectSerializer? Serializer { get; set; }
    }

    // Microsoft.Azure.Functions.Worker.Extensions.Storage.Blobs 6.8.1
    public enum BlobTriggerSource
    {
        LogsAndContainerScan,
        EventGrid,
    }

    // Microsoft.Azure.Functions.Worker.Extensions.Storage.Blobs 6.8.1
    public sealed class BlobTriggerAttribute(string blobPath) : TriggerBindingAttribute
    {
        public string BlobPath { get; } = blobPath;

        public string? Connection { get; set; }

        public BlobTriggerSource Source { get; set; } = BlobTriggerSource.LogsAndContainerScan;
    }

    // Microsoft.Azure.Functions.Worker.Extensions.Storage.Queues 5.5.5
    public sealed class QueueTriggerAttribute(string queueName) : TriggerBindingAttribute
    {
        public string QueueName { get; } = queueName;

        public string? Connection { get; set; }
    }

    // Microsoft.Azure.Functions.Worker.Extensions.Timer 4.3.1
    public sealed class TimerTriggerAttribute(string schedule) : TriggerBindingAttribute
    {
        public string Schedule { get; } = schedule;

        public bool UseMonitor { get; set; } = true;

        public bool RunOnStartup { get; set; }
    }

    // Microsoft.Azure.Functions.Worker.Extensions.Timer 4.3.1
    public class TimerInfo;

    // Microsoft.Azure.Functions.Worker.Extensions.Http 3.3.0
    public enum AuthorizationLevel
    {
        Anonymous,
        User,
        Function,
        System,
        Admin,
    }

    // Microsoft.Azure.Functions.Worker.Extensions.Http 3.3.0
    public sealed class HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods) : TriggerBindingAttribute
    {
        public string? Route { get; set; }

        public string[]? Methods { get; } = methods;

        public AuthorizationLevel AuthLevel { get; } = authLevel;
    }
}

namespace Microsoft.Azure.Functions.Worker.OpenTelemetry
{
    // Microsoft.Azure.Functions.Worker.OpenTelemetry 1.2.0
    public static class ConfigureFunctionsOpenTelemetry
    {
        public static IOpenTelemetryBuilder UseFunctionsWorkerDefaults(this IOpenTelemetryBuilder builder) => builder;
    }
}

namespace Microsoft.Azure.Functions.Worker.Builder
{
    // Microsoft.Azure.Functions.Worker 2.52.0
    public class FunctionsApplication
    {
        public static FunctionsApplicationBuilder CreateBuilder(string[]? args) => throw new NotSupportedException();
    }

    // Microsoft.Azure.Functions.Worker 2.52.0
    public class FunctionsApplicationBuilder
    {
        public ConfigurationManager Configuration => throw new NotSupportedException();

        public IServiceCollection Services => throw new NotSupportedException();

        public IHost Build() => throw new NotSupportedException();
    }

    // Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore 2.1.1
    public static class FunctionsApplicationBuilderAspNetCoreExtensions
    {
        public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder) =>
            throw new NotSupportedException();
    }
}

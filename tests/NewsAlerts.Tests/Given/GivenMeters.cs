using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.Telemetry;

namespace NewsAlerts.Tests.Given;

/// <summary>Meters of a test's own, for what it makes by hand.</summary>
internal static class GivenMeters
{
    public static IMeterFactory Factory() => new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>();

    public static StageMetrics Stages(TimeProvider? time = null) => new(Factory(), time ?? TimeProvider.System);
}

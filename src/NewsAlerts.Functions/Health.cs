using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NewsAlerts.Web;

namespace NewsAlerts.Functions;

/// <summary>Says that the worker is up, and in which version. Looks at nothing else: a probe must not fail because a mail server does.</summary>
public sealed class Health
{
    [Function(nameof(Health))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health")] HttpRequest request) =>
        HealthReport.Up(typeof(Health).Assembly).Answer();
}

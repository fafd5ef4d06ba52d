using Microsoft.Azure.Functions.Worker.Builder;
using NewsAlerts.Functions;

return await StartUp.RunAsync(() =>
{
    var builder = FunctionsApplication.CreateBuilder(args);
    builder.ConfigureFunctionsWebApplication();
    builder.Services.AddFunctionsApp(builder.Configuration).AddAppTelemetry(builder.Configuration);
    return builder.Build();
});

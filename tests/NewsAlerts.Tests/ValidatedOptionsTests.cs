using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsAlerts.Delivering;

namespace NewsAlerts.Tests;

public sealed class ValidatedOptionsTests
{
    [Theory]
    [InlineData("Deliver:Lease", "00:00:01", "Deliver:Lease")]
    [InlineData("Deliver:Lease", "two minutes", "Deliver:Lease")]
    [InlineData("Deliver:LeaseMargin", "00:01:00", "LeaseMargin is 00:01:00; it must be less than Lease, 00:00:30", "00:00:30")]
    [InlineData("Deliver:RetryDelays:0", "7.00:00:00", "6 days")]
    [InlineData("Deliver:Leese", "00:02:00", "Deliver:Leese is not a setting. Is Deliver:Lease meant? Deliver has Lease,")]
    [InlineData("Deliver:Colour", "red", "Deliver:Colour is not a setting. Deliver has Lease,")]
    public void A_bad_setting_stops_the_start_with_its_key(string key, string value, string said, string? lease = null)
    {
        var error = Assert.Throws<OptionsValidationException>(() => Read(key, value, lease));
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_good_setting_is_taken() => Assert.Equal(TimeSpan.FromMinutes(1), Read("Deliver:Lease", "00:01:00").Lease);

    [Fact]
    public void A_list_replaces_the_default() => Assert.Equal([TimeSpan.FromSeconds(7)], Read("Deliver:RetryDelays:0", "00:00:07").RetryDelays);

    private static DeliverOptions Read(string key, string value, string? lease = null)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(lease is null ? [new(key, value)] : [new(key, value), new("Deliver:Lease", lease)])
            .Build();
        using var services = new ServiceCollection()
            .AddValidatedOptions<DeliverOptions, DeliverOptionsValidator>(configuration, DeliverOptions.Section)
            .BuildServiceProvider();
        return services.GetRequiredService<IOptions<DeliverOptions>>().Value;
    }
}

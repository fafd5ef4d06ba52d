using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsAlerts.Adapters.Email;
using NewsAlerts.Adapters.OpenAI;
using NewsAlerts.Adapters.Webhooks;
using NewsAlerts.Delivering;

namespace NewsAlerts.Tests;

public sealed class ValidatedOptionsTests
{
    [Theory]
    [InlineData("Deliver:Lease", "00:00:01", "Deliver__Lease is 00:00:01; expected a time from 00:00:10 to 00:10:00.")]
    [InlineData("Deliver:Lease", "two minutes", "Deliver__Lease is 'two minutes'; expected a time from 00:00:10 to 00:10:00.")]
    [InlineData("Deliver:LeaseMargin", "00:01:00", "Deliver__LeaseMargin is 00:01:00; it must be less than Deliver__Lease, 00:00:30.", "00:00:30")]
    [InlineData("Deliver:RetryDelays:0", "7.00:00:00", "Deliver__RetryDelays has a wait that is negative or over 6 days.")]
    [InlineData("Deliver:RetryDelays:0", "soon", "Deliver__RetryDelays__0 is 'soon'; expected a time such as 00:02:00 or 7.00:00:00.")]
    [InlineData("Deliver:RefusalsToDisable", "many", "Deliver__RefusalsToDisable is 'many'; expected a number from 1 to 100.")]
    [InlineData("Deliver:Leese", "00:02:00", "Deliver__Leese is not a setting. Is Deliver__Lease meant? Deliver has Lease,")]
    [InlineData("Deliver:Colour", "red", "Deliver__Colour is not a setting. Deliver has Lease,")]
    public void A_bad_setting_stops_the_start_with_its_key(string key, string value, string said, string? lease = null)
    {
        var error = Assert.Throws<OptionsValidationException>(() => Read(key, value, lease));
        Assert.StartsWith(said, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(nameof(DeliverOptions), error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Email:Host", "", "Email__Host is empty; expected a value.")]
    [InlineData("Email:Tls", "17", "Email__Tls is 17; expected one of None, StartTlsWhenAvailable, StartTls, Implicit.")]
    [InlineData("Email:Tls", "Sometimes", "Email__Tls is 'Sometimes'; expected one of None, StartTlsWhenAvailable, StartTls, Implicit.")]
    [InlineData("Webhooks:AllowLoopback", "yes", "Webhooks__AllowLoopback is 'yes'; expected true or false.")]
    [InlineData("OpenAI:Retries", "-1", "OpenAI__Retries is -1; expected a number from 0 to 5.")]
    [InlineData("Email:UserName", "only", "Email__UserName and Email__Password must be given both, or neither.")]
    public void Each_kind_of_setting_says_what_it_expects(string key, string value, string said)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build();
        using var services = new ServiceCollection().AddLogging().AddEmail(configuration).AddWebhooks(configuration).AddOpenAI(configuration).BuildServiceProvider();

        Assert.Equal([said], services.GetServices<ConfiguredSection>().SelectMany(section => section.FaultsIn(services)).Distinct());
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

#!/usr/bin/env bash
# The AWS CLI deploys blue/green on the sandbox at the URL given, from an empty account to shifted traffic, and a wrong
# request is refused. Needs `aws` on the PATH.
set -euo pipefail
export AWS_ENDPOINT_URL=$1 AWS_DEFAULT_REGION=eu-west-1 AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test
export AWS_PAGER='' AWS_EC2_METADATA_DISABLED=true AWS_CONFIG_FILE=/dev/null AWS_SHARED_CREDENTIALS_FILE=/dev/null
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

text() { aws "$@" --output text; }

# same WHAT WANTED FOUND
same() {
  if [ "$2" != "$3" ]; then
    echo "$1: wanted '$2', found '$3'" >&2
    exit 1
  fi
  echo "$1: $3"
}

# refused ERROR COMMAND...: the service answers with that error.
refused() {
  local wanted=$1 code=0
  shift
  "$@" >"$work/answer" 2>&1 || code=$?
  if [ "$code" -eq 0 ] || ! grep -q "$wanted" "$work/answer"; then
    echo "wanted $wanted from: $*" >&2
    cat "$work/answer" >&2
    exit 1
  fi
  echo "refused as on AWS: $wanted"
}

for _ in $(seq 100); do
  curl --silent --output /dev/null "$AWS_ENDPOINT_URL" && break
  sleep 0.1
done

definition() {
  cat <<JSON
{"family": "web", "networkMode": "awsvpc", "requiresCompatibilities": ["FARGATE"], "cpu": "256", "memory": "512",
 "containerDefinitions": [{"name": "app", "image": "shop:$1", "portMappings": [{"containerPort": 8080}]}]}
JSON
}
definition 1 >"$work/first.json"
definition 2 >"$work/second.json"

same 'sts account' 123456789012 "$(text sts get-caller-identity --query Account)"

text ecr create-repository --repository-name shop --query repository.repositoryArn
printf '{"schemaVersion":2,"config":{"mediaType":"application/vnd.oci.image.config.v1+json","size":2,"digest":"sha256:%064d"},"layers":[]}' 0 >"$work/manifest.json"
digest=$(text ecr put-image --repository-name shop --image-tag 1 --image-manifest "file://$work/manifest.json" \
  --image-manifest-media-type application/vnd.oci.image.manifest.v1+json --query image.imageId.imageDigest)
same 'digest of the tag' "$digest" \
  "$(text ecr describe-images --repository-name shop --image-ids imageTag=1 --query 'imageDetails[0].imageDigest')"
refused ImageNotFoundException aws ecr describe-images --repository-name shop --image-ids imageTag=none
same 'log-in of the registry' AWS "$(text ecr get-authorization-token \
  --query 'authorizationData[0].authorizationToken' | base64 --decode | cut -d: -f1)"

text ecs create-cluster --cluster-name shop --query cluster.status
balancer=$(text elbv2 create-load-balancer --name shop --subnets subnet-1 subnet-2 --query 'LoadBalancers[0].LoadBalancerArn')
group() {
  text elbv2 create-target-group --name "$1" --protocol HTTP --port 8080 --vpc-id vpc-1 --target-type ip \
    --query 'TargetGroups[0].TargetGroupArn'
}
blue=$(group blue)
green=$(group green)
listener=$(text elbv2 create-listener --load-balancer-arn "$balancer" --protocol HTTP --port 80 \
  --default-actions "Type=forward,TargetGroupArn=$blue" --query 'Listeners[0].ListenerArn')
first=$(text ecs register-task-definition --cli-input-json "file://$work/first.json" --query taskDefinition.taskDefinitionArn)
text ecs create-service --cluster shop --service-name web --task-definition "$first" --desired-count 2 --launch-type FARGATE \
  --deployment-controller type=CODE_DEPLOY \
  --load-balancers "targetGroupArn=$blue,containerName=app,containerPort=8080" \
  --network-configuration 'awsvpcConfiguration={subnets=[subnet-1],securityGroups=[sg-1]}' --query service.status
# `aws ecs wait services-stable` looks at deployments, and a service under CODE_DEPLOY has task sets instead.
for _ in $(seq 60); do
  running=$(text ecs describe-services --cluster shop --services web --query 'services[0].runningCount')
  [ "$running" != 2 ] || break
  sleep 1
done
same 'tasks that run' 2 "$running"

text deploy create-application --application-name AppECS-shop-web --compute-platform ECS --query applicationId
text deploy create-deployment-group --application-name AppECS-shop-web --deployment-group-name DgpECS-shop-web \
  --deployment-config-name CodeDeployDefault.ECSAllAtOnce --service-role-arn arn:aws:iam::123456789012:role/codedeploy \
  --deployment-style deploymentType=BLUE_GREEN,deploymentOption=WITH_TRAFFIC_CONTROL \
  --ecs-services serviceName=web,clusterName=shop \
  --blue-green-deployment-configuration 'terminateBlueInstancesOnDeploymentSuccess={action=TERMINATE,terminationWaitTimeInMinutes=1},deploymentReadyOption={actionOnTimeout=CONTINUE_DEPLOYMENT,waitTimeInMinutes=0}' \
  --load-balancer-info "targetGroupPairInfoList=[{targetGroups=[{name=blue},{name=green}],prodTrafficRoute={listenerArns=[$listener]}}]" \
  --query deploymentGroupId

# shellcheck disable=SC2016 # JMESPath writes numbers in backticks
weighted() {
  text elbv2 describe-rules --listener-arn "$listener" \
    --query 'Rules[?IsDefault].Actions[].ForwardConfig.TargetGroups[] | [?Weight > `0`].TargetGroupArn'
}
same 'traffic before' "$blue" "$(weighted)"

appspec() {
  printf '{"version":0.0,"Resources":[{"TargetService":{"Type":"AWS::ECS::Service","Properties":{"TaskDefinition":"%s","LoadBalancerInfo":{"ContainerName":"app","ContainerPort":8080}}}}]}' "$1"
}

# 1. CreateDeployment, as the action calls it.
second=$(text ecs register-task-definition --cli-input-json "file://$work/second.json" --query taskDefinition.taskDefinitionArn)
content=$(appspec "$second")
quoted=${content//\"/\\\"}
printf '{"applicationName":"AppECS-shop-web","deploymentGroupName":"DgpECS-shop-web","revision":{"revisionType":"AppSpecContent","appSpecContent":{"content":"%s","sha256":"%s"}}}' \
  "$quoted" "$(printf %s "$content" | sha256sum | cut -d' ' -f1)" >"$work/deployment.json"
deployment=$(text deploy create-deployment --cli-input-json "file://$work/deployment.json" --query deploymentId)
refused DeploymentLimitExceededException aws deploy create-deployment --cli-input-json "file://$work/deployment.json"
aws deploy wait deployment-successful --deployment-id "$deployment"
same 'deployment' Succeeded "$(text deploy get-deployment --deployment-id "$deployment" --query deploymentInfo.status)"
same 'target' Succeeded "$(text deploy get-deployment-target --deployment-id "$deployment" --target-id shop:web \
  --query deploymentTarget.ecsTarget.status)"
same 'traffic after' "$green" "$(weighted)"
primary="services[0].taskSets[?status=='PRIMARY'].taskDefinition"
same 'production runs' "$second" "$(text ecs describe-services --cluster shop --services web --query "$primary")"

# 2. The CLI's own blue/green deployment, back to blue.
appspec "$first" >"$work/appspec.json"
aws ecs deploy --cluster shop --service web --task-definition "$work/first.json" --codedeploy-appspec "$work/appspec.json" \
  --codedeploy-application AppECS-shop-web --codedeploy-deployment-group DgpECS-shop-web
same 'traffic after aws ecs deploy' "$blue" "$(weighted)"

refused DeploymentDoesNotExistException aws deploy get-deployment --deployment-id d-NOTTHERE1
refused ServiceNotFoundException aws ecs update-service --cluster shop --service none --desired-count 1
